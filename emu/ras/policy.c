/* SPDX-License-Identifier: MIT */
#include "ras/policy.h"

#include "core/choose.h"

#include <string.h>

/* clang-format off */
const struct policy policies[POLICY_COUNT] = {
    [POLICY_ADDRESS_TIME] = {"address-time", "Q1", "when addresses are asked for",
        {{"before-accept", "before the connection is accepted"}, {"after-accept", "after it, before the first link"}}},
    [POLICY_RELEASE_TIME] = {"release-time", "Q2", "when addresses are released",
        {{"first", "before the last link's hang-up"}, {"between", "between the hang-ups of link and connection"}, {"last", "after both"}}},
    [POLICY_HANGUP_AFTER_REFUSAL] = {"hangup-after-refusal", "Q3", "whether what was refused is hung up",
        {{"by-version", "from Windows Server 2003 on"}, {"always", "in every version"}, {"never", "in none"}}},
    [POLICY_FIRST_REFUSAL] = {"first-refusal", "Q4", "what the first refusal does to the question",
        {{"stop", "later DLLs are not asked"}, {"ask-all", "every DLL is asked"}}},
    [POLICY_HANGUP_AUDIENCE] = {"hangup-audience", "Q5", "which DLLs hear of the end",
        {{"asked", "those that were asked"}, {"accepting", "those that accepted"}, {"all", "every DLL"}}},
    [POLICY_UNOFFERED_LINK_HANGUP] = {"unoffered-link-hangup", "Q6", "whether the link of a refused connection is hung up",
        {{"no", "only links that were offered"}, {"yes", "that link too"}}},
    [POLICY_LINK_REFUSAL_HANGUP] = {"link-refusal-hangup", "Q7", "whether a connection whose first link is refused is hung up",
        {{"yes", "it was accepted"}, {"no", "it never lived"}}},
    [POLICY_GENERATION] = {"generation", "Q8", "which connection pair of several is used",
        {{"newest", "Ex, 3, 2, plain"}, {"oldest", "plain, 2, 3, Ex"}}},
    [POLICY_INITIALIZE] = {"initialize", "Q9", "which initialize of two is called",
        {{"ex", "MprAdminInitializeDllEx"}, {"plain", "MprAdminInitializeDll"}}},
    [POLICY_TABLE_HALVES] = {"table-halves", "Q10", "whether a callback table may hold half a link or connection pair",
        {{"either", "one half is enough"}, {"both", "both or the service does not start"}}},
    [POLICY_REAUTHENTICATION_CALLOUT] = {"reauthentication-callout", "Q10", "whether the re-authentication callout is required from 2008 on",
        {{"optional", "without it every change is accepted"}, {"required", "without it the service does not start"}}},
    [POLICY_PROCESSES] = {"processes", "Q11", "how many processes callouts run in, with --host isolated",
        {{"two", "addresses in one, all others in another"}, {"one", "all in one"}}},
    [POLICY_FAILED_START] = {"failed-start", "Q12", "what becomes of DLLs initialized before a start that fails",
        {{"terminate", "they are terminated"}, {"abandon", "they are not"}}},
    [POLICY_TERMINATE_ORDER] = {"terminate-order", "Q13", "in which order DLLs are terminated",
        {{"list", "list order"}, {"reverse", "the other way round"}}},
    [POLICY_REAUTHENTICATION_REFUSED] = {"reauthentication-refused", "Q16", "what a refused re-authentication does",
        {{"disconnect", "ends the connection"}, {"keep", "changes nothing more"}}},
    [POLICY_LIFT_REAUTHENTICATES] = {"lift-reauthenticates", "Q16", "whether removing quarantine filters re-authenticates",
        {{"yes", "from 2008 on"}, {"no", "never"}}},
    [POLICY_ENDPOINT_REFUSED] = {"endpoint-refused", "Q17", "what a refused endpoint change does",
        {{"disconnect", "ends the connection"}, {"keep", "keeps the old endpoint"}}},
    [POLICY_ENDPOINT_STRINGS] = {"endpoint-strings", "Q17", "which endpoint the callout for its change sees",
        {{"new", "the new one"}, {"old", "the old one"}}},
    [POLICY_SWITCHOVERS] = {"switchovers", "Q17", "what dwNumSwitchOvers counts during a change",
        {{"completed", "completed changes"}, {"pending", "the one under way too"}}},
    [POLICY_PREAUTHENTICATION] = {"preauthentication", "Q18", "whether an SSTP client's cookie is offered to the pre-authentication callback",
        {{"off", "every client authenticates"}, {"on", "it is, from 2008 R2 on"}}},
    [POLICY_PREAUTHENTICATION_RESULT] = {"preauthentication-result", "Q18", "which result of that callback lets the client in",
        {{"allow-no-auth", "1, ALLOW_NO_AUTH"}, {"no-error", "0, NO_ERROR"}}},
    [POLICY_PREAUTHENTICATION_REFUSED] = {"preauthentication-refused", "Q18", "what another result does",
        {{"authenticate", "the client has to authenticate"}, {"drop", "the call ends"}}},
    [POLICY_ADDRESS_BYTES] = {"address-bytes", "Q19", "byte order of IPv4 addresses",
        {{"network", "as in in_addr"}, {"host", "as the processor's"}}},
    [POLICY_INTERFACE_IDENTIFIER] = {"interface-identifier", "Q20", "where the 64-bit identifier stands in IN6_ADDR",
        {{"last", "bytes 8 to 15"}, {"first", "bytes 0 to 7"}}},
    [POLICY_DHCP_LOSS] = {"dhcp-loss", "B2.dhcp", "who is given an address once the DHCP server is lost",
        {{"nobody", "no further client"}, {"leased", "clients, while leased addresses are free"}}},
    [POLICY_DUPLICATE_ADDRESS] = {"duplicate-address", "Q21", "what an address that another client uses does",
        {{"allow", "nothing"}, {"refuse", "the user cannot connect"}}},
    [POLICY_NOTIFY_PRESET] = {"notify-preset", "Q22", "what bNotifyRelease holds before the callout",
        {{"false", "FALSE"}, {"true", "TRUE"}}},
    [POLICY_SIZE_FIELDS] = {"size-fields", "Q23", "what dwSize of RAS_CONNECTION_3 and of its IPv6 part holds",
        {{"size", "the structure's size"}, {"zero", "0"}}},
    [POLICY_IKEV2_FLAG] = {"ikev2-flag", "Q24", "whether bit 0x10 marks IKEv2 connections",
        {{"set", "it does"}, {"clear", "no bit does"}}},
    [POLICY_PPP_FLAG] = {"ppp-flag", "Q27", "whether bit 0x1 marks PPP connections",
        {{"set", "it does"}, {"clear", "no bit does"}}},
    [POLICY_PROBATION_TIME] = {"probation-time", "Q25", "what timer and probationTime hold",
        {{"deadline", "the instant, UTC"}, {"duration", "the time left"}}},
    [POLICY_ADDRESS_VIEW] = {"address-view", "Q26", "whose view local and remote addresses take",
        {{"server", "local is the server"}, {"client", "local is the client"}}},
    [POLICY_ADDRESS_USER_NAME] = {"address-user-name", "Q38", "form of the user name in address callouts",
        {{"user", "the user alone"}, {"domain-user", "domain, backslash, user"}}},
    [POLICY_SECOND_FAMILY] = {"second-family", "Q40", "whether the first family's address is released when the second fails",
        {{"release", "it is"}, {"keep", "it is not"}}},
    [POLICY_FORBIDDEN_CALL] = {"forbidden-call", "Q30", "what a function that is forbidden inside callouts does there",
        {{"report", "never returns; that is reported, and the process of the callout ends"}, {"block", "never returns; its group is blocked, the rest goes on"}, {"fail", "returns 1131, possible deadlock"}}},
    [POLICY_PROCESS_ENDED] = {"process-ended", "Q32", "what follows when a callout crashes, exits or hangs in a process of its own",
        {{"restart", "the service is lost with its connections, and started again"}, {"refuse", "the callout counts as refusing or failing; the service goes on, its process is replaced"}}},
    [POLICY_ARGUMENT_MEMORY] = {"argument-memory", "Q32", "what becomes of the memory of arguments after a callout, in a process of its own",
        {{"gone", "whoever uses a kept pointer crashes"}, {"stays", "it may be read and written for a while"}}},
    [POLICY_LINK_ORDER] = {"link-order", "Q41", "in which order the links of a connection end",
        {{"newest-first", "the last to join first"}, {"oldest-first", "the first to join first"}}},
    [POLICY_STOP_ORDER] = {"stop-order", "Q41", "in which order a stop drops connections",
        {{"oldest-first", "in order of their start"}, {"newest-first", "the other way round"}}},
    [POLICY_INTERFACE_NAME] = {"interface-name", "Q42", "name of a client's interface",
        {{"user", "the user's"}, {"port", "the port's"}}},
    [POLICY_MISSING_LIFECYCLE] = {"missing-lifecycle", "Q43", "a DLL without initialize or terminate",
        {{"refuse", "the service does not start"}, {"bear", "there is nothing to call"}}},
};
/* clang-format on */

const struct policy *policy_find(const char *name)
{
    for (size_t i = 0; i < POLICY_COUNT; i++)
        if (strcmp(policies[i].name, name) == 0)
            return &policies[i];
    return NULL;
}

size_t policy_value_count(const struct policy *policy)
{
    size_t count = 0;
    while (count < POLICY_VALUES_MOST && policy->values[count].name)
        count++;
    return count;
}

bool policy_choose(struct policy_choices *choices, const char *name, const char *value,
                   struct error *error)
{
    size_t policy, choice;
    if (!choose_word("policy", name, policies, POLICY_COUNT, sizeof *policies, &policy, error) ||
        !choose_word(name, value, policies[policy].values, policy_value_count(&policies[policy]),
                     sizeof *policies[policy].values, &choice, error))
        return false;
    choices->value[policy] = (uint8_t)choice;
    return true;
}
