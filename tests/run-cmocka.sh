#!/bin/sh
# Runs a cmocka program so that it speaks TAP. Memory freed or taken is filled with odd bytes.
CMOCKA_MESSAGE_OUTPUT=TAP MALLOC_CHECK_=3 MALLOC_PERTURB_=165
export CMOCKA_MESSAGE_OUTPUT MALLOC_CHECK_ MALLOC_PERTURB_
case $1 in
*test_onesession) exec "$1" "$top_builddir/examples/onesession.so" ;;
*) exec "$1" ;;
esac
