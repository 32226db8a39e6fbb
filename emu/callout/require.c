/* SPDX-License-Identifier: MIT */
#include "callout/require.h"

#define SET1(a) CALLOUT_BIT(CALLOUT_##a)
#define SET2(a, b) (SET1(a) | SET1(b))

#define PLAIN_PAIR SET2(ACCEPT, HANGUP)
#define PAIR_2 SET2(ACCEPT2, HANGUP2)
#define PAIR_3 SET2(ACCEPT3, HANGUP3)
#define PAIR_EX SET2(ACCEPT_EX, HANGUP_EX)

enum { ALTERNATIVES_MOST = 6 };

/* A DLL must offer one of the alternatives as a whole. A table's pairs may be halves (Q10). */
struct requirement {
    enum family first, last;
    bool by_table;
    callout_set alternatives[ALTERNATIVES_MOST];
};

/* clang-format off */
static const struct requirement requirements[] = {
    {FAMILY_NT4_RRAS, FAMILY_NT4_RRAS, false, {PLAIN_PAIR}},
    {FAMILY_NT4_RRAS, FAMILY_2000,     false, {SET2(GET4, RELEASE4)}},
    {FAMILY_NT4_RRAS, FAMILY_R2,       false, {SET1(ACCEPT_LINK)}},
    {FAMILY_NT4_RRAS, FAMILY_R2,       false, {SET1(LINK_HANGUP)}},
    {FAMILY_2000,     FAMILY_2008,     false, {SET1(INITIALIZE)}},
    {FAMILY_R2,       FAMILY_R2,       false, {SET1(INITIALIZE), SET1(INITIALIZE_EX)}},
    {FAMILY_2000,     FAMILY_R2,       false, {SET1(TERMINATE)}},
    {FAMILY_2000,     FAMILY_2003,     false, {PLAIN_PAIR, PAIR_2}},
    {FAMILY_2008,     FAMILY_2008,     false, {PLAIN_PAIR, PAIR_2, PAIR_3}},
    {FAMILY_R2,       FAMILY_R2,       false, {PLAIN_PAIR, PAIR_2, PAIR_3, PAIR_EX}},

    {FAMILY_R2,       FAMILY_R2,       true,  {SET1(TERMINATE)}},
    {FAMILY_R2,       FAMILY_R2,       true,  {SET1(ACCEPT_LINK), SET1(LINK_HANGUP)}},
    {FAMILY_R2,       FAMILY_R2,       true,  {PLAIN_PAIR, PAIR_2, PAIR_3, SET1(ACCEPT_EX), SET1(HANGUP_EX)}},
};
/* clang-format on */

/* Pairs of which a DLL may have both or neither (C2.pairs) */
static const enum callout_id whole_pairs[] = {CALLOUT_GET4, CALLOUT_GET6};

static void add_part(struct text *missing)
{
    if (missing->length > 0)
        text_add(missing, "; ");
}

static void add_names(struct text *missing, callout_set names)
{
    const char *separator = "";
    for (int id = 0; id < CALLOUT_COUNT; id++) {
        if (!(names & CALLOUT_BIT(id)))
            continue;
        text_addf(missing, "%s%s", separator, callouts[id].name);
        separator = " and ";
    }
}

static void check_one(const struct requirement *requirement, callout_set offered,
                      struct text *missing)
{
    size_t count = 0, begun = ALTERNATIVES_MOST;
    for (; count < ALTERNATIVES_MOST && requirement->alternatives[count]; count++) {
        callout_set alternative = requirement->alternatives[count];
        if ((offered & alternative) == alternative)
            return;
        if (offered & alternative)
            begun = count;
    }
    add_part(missing);
    if (begun < count) { /* half a pair is there: the other half is what is meant */
        callout_set alternative = requirement->alternatives[begun];
        add_names(missing, alternative & ~offered);
        text_add(missing, ", which belongs to ");
        add_names(missing, alternative & offered);
        return;
    }
    for (size_t i = 0; i < count; i++) {
        if (i > 0)
            text_add(missing, i + 1 < count ? ", " : ", or ");
        add_names(missing, requirement->alternatives[i]);
    }
}

void require_check(const struct profile *profile, const struct offer *offer, struct text *missing)
{
    callout_set offered = offer->exports | offer->slots;
    /* With InitializeDllEx the rest may come in the table, so only the table's check looks for it
     * (S4, S6a). */
    bool wait_for_table = !offer->by_table && (offer->exports & SET1(INITIALIZE_EX));
    if (wait_for_table)
        return;
    for (size_t i = 0; i < sizeof requirements / sizeof *requirements; i++) {
        const struct requirement *requirement = &requirements[i];
        if (requirement->by_table == offer->by_table && requirement->first <= profile->family &&
            profile->family <= requirement->last)
            check_one(requirement, offered, missing);
    }
    for (size_t i = 0; i < sizeof whole_pairs / sizeof *whole_pairs; i++) {
        struct requirement pair = {.alternatives = {
            CALLOUT_BIT(whole_pairs[i]) | CALLOUT_BIT(callouts[whole_pairs[i]].pair)}};
        bool required_anyway = profile->family <= FAMILY_2000; /* and then reported above */
        if ((offered & pair.alternatives[0]) && !required_anyway)
            check_one(&pair, offered, missing);
    }
}

struct generation require_generation(const struct offer *offer)
{
    static const enum callout_id newest_first[] = {CALLOUT_ACCEPT_EX, CALLOUT_ACCEPT3,
                                                   CALLOUT_ACCEPT2, CALLOUT_ACCEPT};
    callout_set offered = offer->exports | offer->slots;
    for (size_t i = 0; i < sizeof newest_first / sizeof *newest_first; i++) {
        enum callout_id accept = newest_first[i], hangup = callouts[accept].pair;
        callout_set pair = CALLOUT_BIT(accept) | CALLOUT_BIT(hangup);
        /* a half is enough when it came by slot (Q10) */
        if ((offered & pair) == pair || (offer->slots & pair))
            return (struct generation){offered & CALLOUT_BIT(accept) ? accept : CALLOUT_NONE,
                                       offered & CALLOUT_BIT(hangup) ? hangup : CALLOUT_NONE};
    }
    return (struct generation){CALLOUT_NONE, CALLOUT_NONE};
}
