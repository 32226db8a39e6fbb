/* SPDX-License-Identifier: MIT */
#include "callout/require.h"

#define SET1(a) CALLOUT_BIT(CALLOUT_##a)
#define SET2(a, b) (SET1(a) | SET1(b))

#define PLAIN_PAIR SET2(ACCEPT, HANGUP)
#define PAIR_2 SET2(ACCEPT2, HANGUP2)
#define PAIR_3 SET2(ACCEPT3, HANGUP3)
#define PAIR_EX SET2(ACCEPT_EX, HANGUP_EX)
#define ANY_PAIR (PLAIN_PAIR | PAIR_2 | PAIR_3 | PAIR_EX)
#define LINK_PAIR SET2(ACCEPT_LINK, LINK_HANGUP)

enum { ALTERNATIVES_MOST = 6 };

/* A DLL must offer one of the alternatives as a whole. Of pairs in a callback table one half is
 * enough (Q10). */
struct requirement {
    enum family first, last;
    bool by_table;
    callout_set alternatives[ALTERNATIVES_MOST];
    callout_set enough_as_slot; /* any one of these, set in the table */
    callout_set enough_as_half; /* any one of these, where half a pair may be exported (Q10) */
    enum policy_id policy;      /* with POLICY_COUNT always required, otherwise by that policy: */
    unsigned value;             /* only when it has this value */
};

#define ALWAYS POLICY_COUNT, 0
#define UNLESS_BORNE POLICY_MISSING_LIFECYCLE, MISSING_LIFECYCLE_REFUSE
#define IF_DEMANDED POLICY_REAUTHENTICATION_CALLOUT, REAUTHENTICATION_CALLOUT_REQUIRED

/* clang-format off */
static const struct requirement requirements[] = {
    {FAMILY_NT4,      FAMILY_NT4,      false, {SET2(NT4_ACCEPT, NT4_HANGUP) | SET2(NT4_GET4, NT4_RELEASE4)}, 0, 0, ALWAYS},
    {FAMILY_NT4_RRAS, FAMILY_NT4_RRAS, false, {PLAIN_PAIR}, 0, ANY_PAIR, ALWAYS},
    {FAMILY_NT4_RRAS, FAMILY_2000,     false, {SET2(GET4, RELEASE4)}, 0, 0, ALWAYS},
    {FAMILY_NT4_RRAS, FAMILY_R2,       false, {SET1(ACCEPT_LINK)}, 0, LINK_PAIR, ALWAYS},
    {FAMILY_NT4_RRAS, FAMILY_R2,       false, {SET1(LINK_HANGUP)}, 0, LINK_PAIR, ALWAYS},
    {FAMILY_2000,     FAMILY_2008,     false, {SET1(INITIALIZE)}, 0, 0, UNLESS_BORNE},
    {FAMILY_R2,       FAMILY_R2,       false, {SET1(INITIALIZE), SET1(INITIALIZE_EX)}, 0, 0, UNLESS_BORNE},
    {FAMILY_2000,     FAMILY_R2,       false, {SET1(TERMINATE)}, 0, 0, UNLESS_BORNE},
    {FAMILY_2000,     FAMILY_2003,     false, {PLAIN_PAIR, PAIR_2}, 0, ANY_PAIR, ALWAYS},
    {FAMILY_2008,     FAMILY_2008,     false, {PLAIN_PAIR, PAIR_2, PAIR_3}, 0, ANY_PAIR, ALWAYS},
    {FAMILY_R2,       FAMILY_R2,       false, {PLAIN_PAIR, PAIR_2, PAIR_3, PAIR_EX}, 0, ANY_PAIR, ALWAYS},
    {FAMILY_2008,     FAMILY_2008,     false, {SET1(REAUTHENTICATE)}, 0, 0, IF_DEMANDED},
    {FAMILY_R2,       FAMILY_R2,       false, {SET1(REAUTHENTICATE), SET1(REAUTHENTICATE_EX)}, 0, 0, IF_DEMANDED},

    {FAMILY_R2,       FAMILY_R2,       true,  {SET1(REAUTHENTICATE), SET1(REAUTHENTICATE_EX)}, 0, 0, IF_DEMANDED},
    {FAMILY_R2,       FAMILY_R2,       true,  {SET1(TERMINATE)}, 0, 0, UNLESS_BORNE},
    {FAMILY_R2,       FAMILY_R2,       true,  {SET2(ACCEPT_LINK, LINK_HANGUP)}, SET2(ACCEPT_LINK, LINK_HANGUP), LINK_PAIR, ALWAYS},
    {FAMILY_R2,       FAMILY_R2,       true,  {PLAIN_PAIR, PAIR_2, PAIR_3, PAIR_EX}, PAIR_EX, ANY_PAIR, ALWAYS},
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

/* Whether the requirement is met; what is missing is added otherwise */
static bool check_one(const struct requirement *requirement, const struct server_options *server,
                      const struct offer *offer, struct text *missing)
{
    callout_set offered = offer->exports | offer->slots;
    size_t count = 0, begun = ALTERNATIVES_MOST;
    bool halves = server->policies.value[POLICY_TABLE_HALVES] == TABLE_HALVES_EITHER;
    if (server->policies.value[POLICY_EXPORT_HALVES] == EXPORT_HALVES_EITHER && (offered & requirement->enough_as_half))
        return true;
    if (halves && (offer->slots & requirement->enough_as_slot))
        return true;
    for (; count < ALTERNATIVES_MOST && requirement->alternatives[count]; count++) {
        callout_set alternative = requirement->alternatives[count];
        if ((offered & alternative) == alternative)
            return true;
        if (offered & alternative)
            begun = count;
    }
    add_part(missing);
    if (begun < count) { /* half a pair is there: the other half is what is meant */
        callout_set alternative = requirement->alternatives[begun];
        add_names(missing, alternative & ~offered);
        text_add(missing, ", which belongs to ");
        add_names(missing, alternative & offered);
        return false;
    }
    for (size_t i = 0; i < count; i++) {
        if (i > 0)
            text_add(missing, i + 1 < count ? ", " : ", or ");
        add_names(missing, requirement->alternatives[i]);
    }
    return false;
}

static bool applies(const struct requirement *requirement, const struct server_options *server,
                    const struct offer *offer)
{
    enum family family = server->profile->family;
    return requirement->by_table == offer->by_table && requirement->first <= family && family <= requirement->last &&
           (requirement->policy == POLICY_COUNT || server->policies.value[requirement->policy] == requirement->value);
}

bool require_check(const struct server_options *server, const struct offer *offer, struct text *missing)
{
    callout_set offered = offer->exports | offer->slots;
    /* With InitializeDllEx the rest may come in the table, so only the table's check looks for it
     * (S4, S6a). */
    bool wait_for_table = !offer->by_table && require_initialize(server, offer) == CALLOUT_INITIALIZE_EX;
    bool met = true;
    if (wait_for_table)
        return true;
    for (size_t i = 0; i < sizeof requirements / sizeof *requirements; i++)
        if (applies(&requirements[i], server, offer))
            met &= check_one(&requirements[i], server, offer, missing);
    for (size_t i = 0; i < sizeof whole_pairs / sizeof *whole_pairs; i++) {
        struct requirement pair = {
            .alternatives = {CALLOUT_BIT(whole_pairs[i]) | CALLOUT_BIT(callouts[whole_pairs[i]].pair)}};
        bool required_anyway = server->profile->family <= FAMILY_2000; /* and then reported above */
        if ((offered & pair.alternatives[0]) && !required_anyway)
            met &= check_one(&pair, server, offer, missing);
    }
    return met;
}

enum callout_id require_initialize(const struct server_options *server, const struct offer *offer)
{
    static const enum callout_id ex_first[] = {CALLOUT_INITIALIZE_EX, CALLOUT_INITIALIZE};
    bool plain = server->policies.value[POLICY_INITIALIZE] == INITIALIZE_PLAIN;
    for (int i = 0; i < 2; i++) {
        enum callout_id id = ex_first[plain ? 1 - i : i];
        if (offer->exports & CALLOUT_BIT(id))
            return id;
    }
    return CALLOUT_NONE;
}

struct generation require_generation(const struct server_options *server, const struct offer *offer)
{
    bool oldest = server->policies.value[POLICY_GENERATION] == GENERATION_OLDEST;
    callout_set offered = offer->exports | offer->slots;
    for (int i = 0; i < CALLOUT_COUNT; i++) {
        enum callout_id accept = (enum callout_id)(oldest ? i : CALLOUT_COUNT - 1 - i);
        if (callouts[accept].ask != ASK_ACCEPT_CONNECTION)
            continue;
        enum callout_id hangup = callouts[accept].pair;
        callout_set pair = CALLOUT_BIT(accept) | CALLOUT_BIT(hangup);
        bool halves = server->policies.value[POLICY_EXPORT_HALVES] == EXPORT_HALVES_EITHER;
        /* a half is enough when it came by slot, or where halves may be exported (Q10) */
        if ((offered & pair) == pair || ((halves ? offered : offer->slots) & pair))
            return (struct generation){offered & CALLOUT_BIT(accept) ? accept : CALLOUT_NONE,
                                       offered & CALLOUT_BIT(hangup) ? hangup : CALLOUT_NONE,
                                       callouts[accept].takes_ex ? CALLOUT_REAUTHENTICATE_EX : CALLOUT_REAUTHENTICATE};
    }
    return (struct generation){CALLOUT_NONE, CALLOUT_NONE, CALLOUT_REAUTHENTICATE};
}
