/* SPDX-License-Identifier: MIT */
/* The lock that holds threads back while a DLL is loaded or unloaded. */
#include <windows.h>

#include <pthread.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <unistd.h>

#include <cmocka.h>

#include "runtime/loader.h"

static volatile bool begun, ended;

/* A machine that takes its time to begin a thread */
static void *late(void *unused)
{
    usleep(100000);
    begun = true;
    rras_loader_enter(TRUE);
    rras_loader_leave();
    ended = true;
    return unused;
}

static void a_thread_of_before_has_begun_when_a_dll_is_unloaded(void **state)
{
    pthread_t thread;
    (void)state;
    rras_loader_create();
    assert_int_equal(pthread_create(&thread, NULL, late, NULL), 0);
    rras_loader_begin(FALSE);
    assert_true(begun);
    assert_false(rras_loader_end());
    pthread_join(thread, NULL);
    assert_true(ended);
}

static void a_thread_that_could_not_be_created_is_not_waited_for(void **state)
{
    (void)state;
    rras_loader_create();
    rras_loader_enter(FALSE);
    rras_loader_begin(FALSE);
    assert_false(rras_loader_end());
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_thread_of_before_has_begun_when_a_dll_is_unloaded),
        cmocka_unit_test(a_thread_that_could_not_be_created_is_not_waited_for),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
