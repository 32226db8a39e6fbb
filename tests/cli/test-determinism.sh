#!/bin/sh
# The same scenario, seed and DLLs give the same bytes.
. "$(dirname "$0")/common.sh"

examples=$top_builddir/examples
for example in onesession addressbook billing; do
    dll=$examples/$example.so scenario=$top_srcdir/examples/$example/scenario.yaml
    for format in text jsonl; do
        BILLING_FILE=/dev/null "$rrasemu" run --dll "$dll" "$scenario" --format $format >one
        mkdir -p elsewhere
        (cd elsewhere && TZ=Pacific/Auckland LANG=de_DE.UTF-8 LC_ALL=tr_TR.UTF-8 \
            BILLING_FILE=/dev/null "$rrasemu" run --dll "$dll" "$scenario" --format $format 2>/dev/null) >two
        cmp -s one two
        ok $? "$example: two runs, other zone, language and folder: the same $format"
        [ -s one ]
        ok $? "$example: there is a $format transcript"
    done
done

BILLING_FILE=/dev/null "$rrasemu" run --dll "$examples/billing.so" --format jsonl >max
BILLING_FILE=/dev/null "$rrasemu" run --dll "$examples/billing.so" --format jsonl --pace 600x >paced
cmp -s max paced
ok $? "the pace changes nothing but the time it takes"

"$rrasemu" run --dll "$examples/addressbook.so" --format jsonl --seed 2 >seed2
"$rrasemu" run --dll "$examples/addressbook.so" --format jsonl --seed 3 >seed3
! cmp -s seed2 seed3
ok $? "another seed gives other made-up values"
"$rrasemu" run --dll "$examples/addressbook.so" -o file --format jsonl --seed 2
cmp -s file seed2
ok $? "-o writes the same bytes to a file"

done_testing
