import { sql } from "kysely";
import type { Tx } from "../platform/db/database-handles.ts";

/** What people write in their own words about an account, besides what is rubbed out one by one below. */
const ownWords: Readonly<Record<string, readonly string[]>> = {
  interaction: ["summary", "topic"],
  task: ["title", "skip_reason"],
  handover: ["note", "accepted_despite", "dropped_because"],
  obligation: ["fulfilment_note", "dropped_because"],
  calendar_entry: ["title", "place"],
  approval: ["note", "decision_note"],
  rescue: ["goal", "result_note"],
  rescue_offer: ["terms", "answer_note"],
  incoming_message: ["subject", "words", "quoted", "note", "from_name"],
  promise: ["title", "evidence", "because"],
  need: ["title", "description", "declined_because"],
  feedback_loop: ["contact_note", "rectification", "follow_up_note", "dropped_because"],
  service_case: ["title", "description", "solution"],
  call_back: ["words"],
  cost_entry: ["note"],
  stage_entry: ["reason"],
  health_adjustment: ["note"],
  account_team_member: ["note"],
  programme_membership: ["because", "exception_because", "decision_note", "exit_because"],
};

/** The same on what hangs on a case of the account. */
const caseWords: Readonly<Record<string, readonly string[]>> = {
  case_event: ["words"],
  case_transfer: ["reason", "answer_reason"],
  case_pause: ["reason", "agreed_by_name"],
};

/** What stands where a name stood. */
export const someone = "某人";

/**
 * Takes a person out of our own history: contacts lose their id, and where the name stands in what we wrote about the
 * accounts they worked at, somebody stands instead.
 */
export const rubOutName = async (
  tx: Tx,
  tenantId: string,
  person: { readonly id: string; readonly name: string },
): Promise<void> => {
  const { id, name } = person;
  await sql`update interaction set person_ids = array_remove(person_ids, ${id}::uuid),
      summary = case when length(${name}::text) > 1 then replace(summary, ${name}, ${someone}) else summary end,
      topic = case when length(${name}::text) > 1 then replace(topic, ${name}, ${someone}) else topic end
    where tenant_id = ${tenantId}::uuid and person_ids @> array[${id}::uuid]`.execute(tx);
  // One letter is no name that could be found in a text without harming others.
  if (name.length < 2) return;
  const accounts = sql`account_id in (select account_id from position
    where tenant_id = ${tenantId}::uuid and person_id = ${id}::uuid)`;
  for (const [table, columns] of Object.entries(ownWords)) {
    const names = columns.map((column) => sql.ref(column));
    const replaced = names.map(
      (column) => sql`${column} = replace(${column}, ${name}, ${someone})`,
    );
    await sql`update ${sql.table(table)} set ${sql.join(replaced)}
      where tenant_id = ${tenantId}::uuid and ${accounts} and strpos(concat_ws(' ', ${sql.join(names)}), ${name}) > 0`.execute(
      tx,
    );
  }
  const handovers = sql`select id from handover where tenant_id = ${tenantId}::uuid and ${accounts}`;
  await sql`update handover_item set note = replace(note, ${name}, ${someone})
    where tenant_id = ${tenantId}::uuid and handover_id in (${handovers}) and strpos(note, ${name}) > 0`.execute(
    tx,
  );
  const obligations = sql`select id from obligation where tenant_id = ${tenantId}::uuid and ${accounts}`;
  await sql`update obligation_move set note = replace(note, ${name}, ${someone})
    where tenant_id = ${tenantId}::uuid and obligation_id in (${obligations}) and strpos(note, ${name}) > 0`.execute(
    tx,
  );
  const needs = sql`select id from need where tenant_id = ${tenantId}::uuid and ${accounts}`;
  await sql`update need_step set evidence = replace(evidence, ${name}, ${someone})
    where tenant_id = ${tenantId}::uuid and need_id in (${needs}) and strpos(evidence, ${name}) > 0`.execute(
    tx,
  );
  const promises = sql`select id from promise where tenant_id = ${tenantId}::uuid and ${accounts}`;
  await sql`update promise_step set words = replace(words, ${name}, ${someone})
    where tenant_id = ${tenantId}::uuid and promise_id in (${promises}) and strpos(words, ${name}) > 0`.execute(
    tx,
  );
  const responses = sql`select id from survey_response where tenant_id = ${tenantId}::uuid
    and (${accounts} or person_id = ${id}::uuid or account_id is null)`;
  await sql`update survey_answer set words = replace(words, ${name}, ${someone})
    where tenant_id = ${tenantId}::uuid and response_id in (${responses}) and strpos(words, ${name}) > 0`.execute(
    tx,
  );
  const cases = sql`select id from service_case where tenant_id = ${tenantId}::uuid and ${accounts}`;
  for (const [table, columns] of Object.entries(caseWords))
    for (const column of columns.map((one) => sql.ref(one)))
      await sql`update ${sql.table(table)} set ${column} = replace(${column}, ${name}, ${someone})
        where tenant_id = ${tenantId}::uuid and case_id in (${cases}) and strpos(${column}, ${name}) > 0`.execute(
        tx,
      );
  const files = sql`select file_id from case_attachment where tenant_id = ${tenantId}::uuid and case_id in (${cases})
    union all select file_id from evidence_file where tenant_id = ${tenantId}::uuid
      and (promise_id in (${promises}) or need_id in (${needs}))`;
  await sql`update stored_file set name = replace(name, ${name}, ${someone})
    where tenant_id = ${tenantId}::uuid and id in (${files}) and strpos(name, ${name}) > 0`.execute(
    tx,
  );
  const messages = sql`select id from incoming_message where tenant_id = ${tenantId}::uuid and ${accounts}`;
  await sql`update incoming_attachment set name = replace(name, ${name}, ${someone})
    where tenant_id = ${tenantId}::uuid and message_id in (${messages}) and strpos(name, ${name}) > 0`.execute(
    tx,
  );
  const inJson = JSON.stringify(name).slice(1, -1);
  await sql`update programme_membership set scorecard = replace(scorecard::text, ${inJson}, ${someone})::jsonb
    where tenant_id = ${tenantId}::uuid and ${accounts} and strpos(scorecard::text, ${inJson}) > 0`.execute(
    tx,
  );
  await sql`update signal set reason = replace(reason::text, ${inJson}, ${someone})::jsonb,
      evidence = replace(evidence::text, ${inJson}, ${someone})::jsonb
    where tenant_id = ${tenantId}::uuid and ${accounts}
      and (strpos(reason::text, ${inJson}) > 0 or strpos(evidence::text, ${inJson}) > 0)`.execute(
    tx,
  );
};
