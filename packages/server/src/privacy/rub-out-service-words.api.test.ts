import { expect, test } from "vitest";
import { newId } from "../platform/clock/new-id.ts";
import { withTenant } from "../platform/db/open-transaction.ts";
import { askTenant } from "../platform/test-world/ask-tenant.ts";
import { makeAccount } from "../platform/test-world/make-account.ts";
import { makePerson } from "../platform/test-world/make-person.ts";
import { makeRow } from "../platform/test-world/make-row.ts";
import { makeTenant, makeUser } from "../platform/test-world/make-tenant.ts";
import { testWorld } from "../platform/test-world/test-world.ts";
import { rubOutName } from "./rub-out-name.ts";

const name = "陈建华";
const words = `${name}说过的话`;
const at = "2026-11-01T00:00:00Z";
const on = "2026-11-01";

/** Tables in which service writes about an account in its own words. */
const written = [
  "service_case",
  "case_event",
  "case_transfer",
  "case_pause",
  "call_back",
  "cost_entry",
  "promise",
  "promise_step",
  "need",
  "need_step",
  "feedback_loop",
  "survey_answer",
  "incoming_message",
  "incoming_attachment",
  "stored_file",
] as const;

test("the name of somebody who is erased stands nowhere in what service wrote, names of files included", async () => {
  const world = await testWorld();
  const tenant = await makeTenant(world);
  const [userId, otherId] = [
    await makeUser(world, tenant, "manager"),
    await makeUser(world, tenant, "director"),
  ];
  const account_id = await makeAccount(world, tenant, { name: "擦除客户" });
  const { personId } = await makePerson(world, tenant, account_id, name);
  const department_id = await makeRow(world, tenant, "department", { name: "售后部" });
  const row = (table: Parameters<typeof makeRow>[2], values: Record<string, unknown>) =>
    makeRow(world, tenant, table, values);
  const case_id = await row("service_case", {
    account_id,
    number: 1,
    kind: "fault",
    level: "general",
    title: words,
    description: words,
    solution: words,
    channel: "phone",
    first_responder_id: userId,
    reply_due_at: at,
    solve_due_at: at,
  });
  await row("case_event", { case_id, kind: "noted", at, words });
  await row("case_transfer", {
    case_id,
    to_user_id: userId,
    from_user_id: otherId,
    offered_at: at,
    reason: words,
    answer_reason: words,
    status: "declined",
    answered_at: at,
  });
  await row("case_pause", {
    case_id,
    paused_at: at,
    until_at: "2026-11-02T00:00:00Z",
    reason: words,
    agreed_by_name: name,
    agreed_via: "phone",
    agreed_at: at,
  });
  await row("call_back", {
    case_id,
    account_id,
    called_by: userId,
    called_at: at,
    outcome: "reached",
    words,
  });
  await row("cost_entry", {
    account_id,
    kind: "part",
    incurred_on: on,
    amount_minor: 1,
    note: words,
  });
  const promise_id = await row("promise", {
    account_id,
    department_id,
    title: words,
    evidence: words,
    because: words,
    made_on: on,
    due_on: on,
    first_due_on: on,
  });
  await row("promise_step", { promise_id, kind: "given", on_day: on, made_at: at, words });
  const need_id = await row("need", {
    account_id,
    title: words,
    description: words,
    level: "personal",
    visibility: "hidden",
    state: "declined",
    state_since: on,
    source: "visit",
    declined_because: words,
  });
  await row("need_step", {
    need_id,
    to_state: "declined",
    evidence: words,
    on_day: on,
    made_at: at,
  });
  await row("feedback_loop", {
    account_id,
    opened_at: at,
    contact_due_at: at,
    contact_note: words,
    rectification: words,
    follow_up_note: words,
    dropped_because: words,
  });
  const survey_id = await row("survey", { title: "{}" });
  const round_id = await row("survey_round", {
    survey_id,
    number: 1,
    opened_on: on,
    closes_on: on,
    seed: 1,
    questions: "[]",
    is_anonymous: false,
  });
  const responseId = await row("survey_response", {
    survey_id,
    round_id,
    account_id,
    is_anonymous: false,
    started_at: at,
    answered_at: at,
    answered_on: on,
    locale: "zh-CN",
  });
  await askTenant(
    world,
    tenant,
    `insert into survey_answer (tenant_id, response_id, question_id, kind, words)
     values ('${tenant.tenantId}', '${responseId}', '${newId()}', 'text', '${words}') returning 1`,
  );
  const message_id = await row("incoming_message", {
    account_id,
    channel: "hook",
    status: "added",
    from_address: "x@customer.test",
    from_name: name,
    subject: words,
    words,
    quoted: words,
    note: words,
    size_bytes: 1,
    received_at: at,
    sorted_at: at,
  });
  await row("incoming_attachment", {
    message_id,
    position: 1,
    name: `${name}.pdf`,
    size_bytes: 1,
    refused_because: "type",
  });
  const picture = () =>
    row("stored_file", {
      name: `${name}的照片.png`,
      media_type: "image/png",
      size_bytes: 1,
      sha256: Buffer.alloc(32),
      content: Buffer.from("x"),
      stored_at: at,
    });
  await row("case_attachment", { case_id, file_id: await picture(), added_at: at });
  await row("evidence_file", { promise_id, file_id: await picture(), added_at: at });
  await row("evidence_file", { need_id, file_id: await picture(), added_at: at });
  await withTenant(world.database, tenant.scope, (tx) =>
    rubOutName(tx, tenant.tenantId, { id: personId, name }),
  );
  for (const table of written) {
    const [kept] = await askTenant<{ text: string }>(
      world,
      tenant,
      `select string_agg(to_jsonb(t)::text, ' ') as text from ${table} t`,
    );
    expect(kept?.text, table).not.toContain(name);
    expect(kept?.text, table).toContain("某人");
  }
});
