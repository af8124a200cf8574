import { randomUUID } from "node:crypto";
import type { AccountTeamFacts } from "@mainstay/domain/account/account-policy";
import type { Tx } from "../db/database-handles.ts";
import type { Canaries } from "./canary.ts";
import { insertRow } from "./plant-canaries.ts";

const at = "2026-10-01T00:00:00Z";
const on = "2026-10-01";

/** For tests: a canary in what lists of service show of an account, of ours and of what its customers said and wrote. */
export const plantServiceWords = async (
  tx: Tx,
  canaries: Canaries,
  bed: {
    readonly tenantId: string;
    readonly accountId: string;
    readonly personId: string;
    readonly userId: string;
    readonly departmentId: string;
    readonly team: AccountTeamFacts;
    readonly name: string;
    /** Of the case; no two of a workspace share one. */
    readonly number: number;
  },
): Promise<void> => {
  const { tenantId, accountId: account_id, personId: person_id, userId, team, number } = bed;
  const seen = (what: string) => canaries.plant(`${bed.name} ${what}`, { team });
  const put = async (table: string, row: Readonly<Record<string, unknown>>): Promise<string> => {
    const id = randomUUID();
    await insertRow(tx, table, { tenant_id: tenantId, id, ...row });
    return id;
  };
  await put("service_case", {
    account_id,
    person_id,
    number,
    kind: "complaint",
    level: "general",
    title: seen("case title"),
    channel: "phone",
    first_responder_id: userId,
    handler_user_id: userId,
    status: "solved",
    solved_at: at,
    reply_due_at: at,
    solve_due_at: at,
  });
  await put("promise", {
    account_id,
    department_id: bed.departmentId,
    title: seen("promise"),
    made_on: on,
    due_on: on,
    first_due_on: on,
  });
  await put("need", {
    account_id,
    title: seen("need"),
    level: "personal",
    visibility: "hidden",
    state_since: on,
    source: "visit",
  });
  const survey_id = await put("survey", { title: "{}", status: "running" });
  const round_id = await put("survey_round", {
    survey_id,
    number: 1,
    opened_on: on,
    closes_on: "2099-01-01",
    seed: 1,
    questions: "[]",
    is_anonymous: false,
  });
  const response_id = await put("survey_response", {
    survey_id,
    round_id,
    account_id,
    person_id,
    is_anonymous: false,
    is_complete: true,
    started_at: at,
    answered_at: at,
    answered_on: on,
    locale: "zh-CN",
  });
  await insertRow(tx, "survey_answer", {
    tenant_id: tenantId,
    response_id,
    question_id: randomUUID(),
    kind: "text",
    words: seen("verbatim"),
  });
  await put("feedback_loop", {
    account_id,
    person_id,
    response_id,
    status: "contacted",
    opened_at: at,
    contact_due_at: at,
    contacted_at: at,
    contact_note: seen("contact note"),
  });
  const mail = (what: string) =>
    canaries.plant(`${bed.name} ${what}`, { team, only: "incoming_message.view" });
  await put("incoming_message", {
    account_id,
    channel: "hook",
    status: "waiting",
    because: "no_responder",
    from_address: "who@customer.test",
    subject: mail("message subject"),
    size_bytes: 1,
    received_at: at,
  });
};
