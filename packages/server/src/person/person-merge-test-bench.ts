import { people } from "@mainstay/contract/person";
import { askTenant } from "../platform/test-world/ask-tenant.ts";
import { addTo, insertRow, type personBench } from "./person-test-bench.ts";

/** For tests of merging: both have one of everything, so that every rule has something to settle. */
export const fillBoth = async (
  { accounts, directorId, director, world, tenant }: Awaited<ReturnType<typeof personBench>>,
  kept: string,
  gone: string,
): Promise<void> => {
  const insert = (table: string, row: Record<string, unknown>) =>
    insertRow(world, tenant, table, row);
  const of = { account_id: accounts.here };
  const on = "2026-01-01";
  const helper = (await addTo(director, accounts.here, { name: "第三人" })).personId;
  const job = await director(people.takeUp, {
    params: { personId: gone },
    body: { accountId: accounts.here, department: "采购部" },
  });
  const [keptJob] = await askTenant<{ id: string }>(
    world,
    tenant,
    `select id from position where person_id = '${kept}' and account_id = '${accounts.here}'`,
  );
  await director(people.edit, {
    params: { positionId: keptJob?.id ?? "" },
    body: { reportsToId: job.body.id },
  });
  for (const personId of [kept, gone]) {
    const person = { ...of, person_id: personId };
    const id = () => crypto.randomUUID();
    await insert("buying_role", { ...person, id: id(), role: "technical" });
    await insert("stance_assessment", { ...person, id: id(), stance: "ally", assessed_on: on });
    await insert("influence_assessment", { ...person, id: id(), influence: 4, assessed_on: on });
    await insert("style_assessment", {
      person_id: personId,
      id: id(),
      style: "driver",
      assessed_on: on,
    });
    await insert("pair_level", {
      ...person,
      id: id(),
      user_id: directorId,
      current_level: personId === gone ? 5 : 2,
      noted_on: personId === gone ? "2026-02-02" : on,
    });
    await insert("tie", {
      ...of,
      id: id(),
      from_person_id: personId,
      to_person_id: helper,
      kind: "influence",
      noted_on: on,
    });
    await insert("map_place", { ...person, id: id(), owner_user_id: null, x: 1, y: 2 });
    await insert("fact_prompt", { person_id: personId, kind: "sports", state: "ask" });
    await insert("subject_request", {
      id: id(),
      person_id: personId,
      requester: "本人",
      kind: "copy",
      received_on: on,
      received_via: "mail",
      due_on: on,
    });
    await insert("interaction", {
      ...of,
      id: id(),
      occurred_on: on,
      kind: "call",
      is_two_way: true,
      summary: "谈话",
      person_ids: [personId],
    });
    const [consentId, fileId, assessmentId] = [id(), id(), id()];
    await insert("consent", {
      id: consentId,
      person_id: personId,
      scope: ["photo"],
      is_sensitive: false,
      purpose: "照片",
      text_version: "v1",
      method: "paper",
      given_at: "2026-01-01T00:00:00Z",
      expires_at: "2030-01-01T00:00:00Z",
    });
    await insert("stored_file", {
      id: fileId,
      name: "photo",
      media_type: "image/png",
      size_bytes: 3,
      sha256: Buffer.from("x"),
      content: Buffer.from(personId.slice(0, 3)),
    });
    await insert("person_photo", {
      person_id: personId,
      file_id: fileId,
      consent_id: consentId,
      expires_on: "2030-01-01",
    });
    await insert("impact_assessment", { id: assessmentId, title: "行程", covers: ["itinerary"] });
    await insert("fact", {
      id: id(),
      person_id: personId,
      kind: "itinerary",
      class: "S",
      value_sealed: Buffer.from(`sealed ${personId}`),
      basis: "consent",
      purpose: "接待",
      source: "本人",
      consent_id: consentId,
      assessment_id: assessmentId,
      collected_on: on,
      verified_on: on,
      expires_on: "2030-01-01",
    });
  }
  await insert("tie", {
    ...of,
    id: crypto.randomUUID(),
    from_person_id: kept,
    to_person_id: gone,
    kind: "friend",
    noted_on: on,
  });
  await insert("interaction", {
    ...of,
    id: crypto.randomUUID(),
    occurred_on: on,
    kind: "meeting",
    is_two_way: true,
    summary: "两条记录都在场",
    person_ids: [kept, gone],
  });
};
