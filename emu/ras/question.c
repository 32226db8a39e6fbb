/* SPDX-License-Identifier: MIT */
#include "ras/actions.h"
#include "ras/audit.h"

void action_ask(struct server *server, struct connection *connection, enum ask ask, struct question question)
{
    question.ask = ask;
    question.connection = connection;
    connection->asked |= UINT32_C(1) << ask;
    connection->awaited++;
    audit_question(connection, ask);
    server->callouts->ask(server->callouts->self, server, &question);
}
