import { people } from "@mainstay/contract/person";
import { personMerges } from "@mainstay/contract/person-merge";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { sessionOf, tokenOf } from "../platform/http/test-app.ts";
import { askTenant, auditOf } from "../platform/test-world/ask-tenant.ts";
import { makeTenant, makeUser } from "../platform/test-world/make-tenant.ts";
import { fillBoth } from "./person-merge-test-bench.ts";
import { addTo, insertRow, pageOf, personBench } from "./person-test-bench.ts";
import { personTables, recomputedTables } from "./person-tables.ts";

let bench: Awaited<ReturnType<typeof personBench>>;
let kept: string;
let gone: string;
let round = 0;

beforeAll(async () => {
  bench = await personBench();
});

beforeEach(async () => {
  const { director, accounts } = bench;
  round += 1;
  const workPhone = `1380000${1000 + round}`;
  kept = (await addTo(director, accounts.here, { name: `赵合并${round}`, title: "经理" })).personId;
  gone = (await addTo(director, accounts.there, { name: `赵 合并${round}`, workPhone })).personId;
});
const merge = (into: string, gonePersonId: string, who = bench.director, more = {}) =>
  who(personMerges.merge, { params: { personId: into }, body: { gonePersonId, ...more } });
const undo = (mergeId: string, who = bench.director) =>
  who(personMerges.undo, { params: { mergeId } });
const preview = (into: string, other: string, who = bench.director) =>
  who(personMerges.preview, { params: { personId: into, otherPersonId: other } });
const insert = (table: string, row: Record<string, unknown>) =>
  insertRow(bench.world, bench.tenant, table, row);
const ask = <Row>(text: string) => askTenant<Row>(bench.world, bench.tenant, text);

/** Every row that says anything of the two, as text; versions and times of writing aside. */
const everythingOf = async (): Promise<string> => {
  const tables = [
    ...personTables,
    ...["position", "tie", "person"].map((table) => ({ table, column: undefined })),
  ];
  let text = "";
  for (const { table, column } of tables) {
    const who =
      table === "tie"
        ? `'${kept}' in (from_person_id::text, to_person_id::text) or '${gone}' in (from_person_id::text, to_person_id::text)`
        : `${table === "person" ? "id" : (column ?? "person_id")} in ('${kept}', '${gone}')`;
    const rows = await ask<{ row: object }>(
      `select to_jsonb(t) - 'version' - 'updated_at' as row from ${table} t where ${who} order by to_jsonb(t)::text`,
    );
    text += `${table} ${rows
      .map(({ row }) => JSON.stringify(row))
      .sort()
      .join("\n")}\n`;
  }
  const contacts = await ask<{ ids: string[] }>(
    `select (select array_agg(p order by p) from unnest(person_ids) p) as ids from interaction
     where person_ids && array['${kept}','${gone}']::uuid[] order by id`,
  );
  return text + JSON.stringify(contacts);
};

test("no table that refers to a person is forgotten by a merge", async () => {
  const referring = await ask<{ table: string }>(
    `select distinct conrelid::regclass::text as table from pg_constraint
     where confrelid = 'person'::regclass and contype = 'f'`,
  );
  const known = new Set([...personTables.map(({ table }) => table), "tie", "person_merge"]);
  for (const table of ['"position"', "position", ...recomputedTables]) known.add(table);
  expect(referring.map(({ table }) => table).filter((table) => !known.has(table))).toEqual([]);
});

test("everything moves to the record that stays, the rules settle what cannot stand twice, and undo gives both back exactly", async () => {
  const { director, accounts } = bench;
  await fillBoth(bench, kept, gone);
  const before = await everythingOf();
  const shown = await preview(kept, gone);
  expect(await everythingOf()).toBe(before);
  expect(shown.body.gone).toMatchObject({
    name: `赵 合并${round}`,
    counts: { facts: 1, consents: 1, positions: 2, interactions: 2, ties: 2, photo: 1 },
  });
  expect(shown.body.conflicts.map(({ kind }: { kind: string }) => kind).sort()).toEqual([
    "both_photos",
    "reports_to_self",
    "same_job",
    "same_map_place",
    "same_pair_level",
    "same_prompt",
    "same_role",
    "same_tie",
    "tie_between_both",
  ]);
  const merged = await merge(kept, gone);
  expect(merged.status).toBe(201);
  expect((await pageOf(director, gone)).body.code).toBe("person.not_found");
  const { body } = await pageOf(director, kept);
  expect(body.jobs).toHaveLength(2);
  const here = body.jobs.find(
    ({ accountId }: { accountId: string }) => accountId === accounts.here,
  );
  expect(here).toMatchObject({ title: "经理", department: "采购部", reportsTo: null });
  expect(body.interactionCount).toBe(3);
  expect(body.merges).toMatchObject([{ id: merged.body.id, goneName: `赵 合并${round}` }]);
  const levels = await ask<{ current_level: number }>(
    `select current_level from pair_level where person_id = '${kept}'`,
  );
  expect(levels).toEqual([{ current_level: 5 }]);
  const facts = await ask<{ sealed: string }>(
    `select convert_from(value_sealed, 'UTF8') as sealed from fact where person_id = '${kept}' order by 1`,
  );
  expect(facts.map(({ sealed }) => sealed)).toEqual([`sealed ${kept}`, `sealed ${gone}`].sort());
  const undone = await undo(merged.body.id);
  expect(undone.status).toBe(200);
  expect(await everythingOf()).toBe(before);
});

test("nothing readable of either record lies in what is kept for undoing", async () => {
  await fillBoth(bench, kept, gone);
  const { body } = await merge(kept, gone);
  const [row] = await ask<{ sealed: Buffer }>(
    `select before_sealed as sealed from person_merge where id = '${body.id}'`,
  );
  expect(row?.sealed.includes(Buffer.from("赵"))).toBe(false);
  expect(row?.sealed.includes(Buffer.from(kept))).toBe(false);
  await undo(body.id);
  const [after] = await ask<{ before_sealed: Buffer | null }>(
    `select before_sealed from person_merge where id = '${body.id}'`,
  );
  expect(after?.before_sealed).toBeNull();
});

test("what was added or edited since stays with the record that was kept", async () => {
  const { director, accounts } = bench;
  const { body: merged } = await merge(kept, gone);
  const { body: page } = await pageOf(director, kept);
  const job = page.jobs.find(({ accountId }: { accountId: string }) => accountId === accounts.here);
  await director(people.edit, {
    params: { positionId: job.id },
    body: { name: "赵新名", title: "总监" },
  });
  await insert("style_assessment", {
    person_id: kept,
    id: crypto.randomUUID(),
    style: "amiable",
    assessed_on: "2026-05-05",
  });
  expect((await undo(merged.id)).status).toBe(200);
  const now = (await pageOf(director, kept)).body;
  expect(now.person.name).toBe("赵新名");
  expect(now.jobs).toMatchObject([{ title: "总监" }]);
  expect((await pageOf(director, gone)).body.jobs).toMatchObject([
    { workPhone: `1380000${1000 + round}` },
  ]);
  const styles = await ask(`select 1 from style_assessment where person_id = '${kept}'`);
  expect(styles).toHaveLength(1);
});

test("a merge that a later change stands in the way of is not taken back by halves", async () => {
  const { director, accounts } = bench;
  await ask(`update person set external_id = 'N-${gone}' where id = '${gone}'`);
  await ask(`update person set external_id = 'K-${kept}' where id = '${kept}'`);
  const { body: merged } = await merge(kept, gone);
  const other = await addTo(director, accounts.here, { name: "占号" });
  await ask(`update person set external_id = 'N-${gone}' where id = '${other.personId}'`);
  const refused = await undo(merged.id);
  expect(refused.body).toMatchObject({ code: "person.merge_changed" });
  expect(refused.body.detail).toContain("联系人编号");
  expect((await pageOf(director, gone)).body.code).toBe("person.not_found");
  expect((await pageOf(director, kept)).body.jobs).toHaveLength(2);
});

test("a record that was merged itself is taken apart from the outside in", async () => {
  const { director, accounts } = bench;
  const third = (await addTo(director, accounts.there, { name: "赵三" })).personId;
  const { body: inner } = await merge(kept, gone);
  const { body: outer } = await merge(third, kept);
  expect((await undo(inner.id)).body.code).toBe("person.merge_not_found");
  expect((await undo(outer.id)).status).toBe(200);
  expect((await undo(inner.id)).status).toBe(200);
  expect((await pageOf(director, gone)).body.jobs).toHaveLength(1);
});

test("a known name goes before a placeholder's", async () => {
  const { director, accounts } = bench;
  const seat = await addTo(director, accounts.here, { name: "财务总监", isPlaceholder: true });
  const { body: merged } = await merge(seat.personId, gone);
  expect((await pageOf(director, seat.personId)).body.person).toMatchObject({
    name: `赵 合并${round}`,
    isPlaceholder: false,
  });
  await undo(merged.id);
  expect((await pageOf(director, seat.personId)).body.person).toMatchObject({
    name: "财务总监",
    isPlaceholder: true,
  });
});

test("with itself, twice, too late, in another version: each refused in words", async () => {
  expect((await merge(kept, kept)).body.code).toBe("person.merge_with_itself");
  const stale = await merge(kept, gone, bench.director, { keptVersion: 99 });
  expect(stale.body.code).toBe("request.version_conflict");
  const { body: merged } = await merge(kept, gone);
  expect((await merge(kept, gone)).body.code).toBe("person.not_found");
  expect((await undo(merged.id)).status).toBe(200);
  expect((await undo(merged.id)).body.code).toBe("person.merge_undone");
  const { body: old } = await merge(kept, gone);
  await ask(`update person_merge set undo_until = now() - interval '1 day' where id = '${old.id}'`);
  expect((await undo(old.id)).body.code).toBe("person.merge_too_late");
});

test("two who merge the same two at once, each the other way round: one of them does", async () => {
  const answers = await Promise.all([merge(kept, gone), merge(gone, kept)]);
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 404]);
  const { body: merged } = answers.find(({ status }) => status === 201) ?? { body: {} };
  const undone = await Promise.all([undo(merged.id), undo(merged.id)]);
  expect(undone.map(({ status }) => status).sort()).toEqual([200, 409]);
});

test("what a program without personal rights merges loses nothing it cannot see", async () => {
  const { app, tenant, world } = bench;
  await fillBoth(bench, kept, gone);
  const user = await makeUser(world, tenant, "director");
  const program = await tokenOf(app, tenant, user, ["read", "write"]);
  expect((await merge(kept, gone, program)).status).toBe(201);
  const facts = await ask(`select 1 from fact where person_id = '${kept}'`);
  expect(facts).toHaveLength(2);
});

test("merging needs the right to it and both records in sight; another workspace finds neither", async () => {
  const { app, tenant, world } = bench;
  const { body: merged } = await merge(kept, gone);
  expect(await auditOf(world, tenant, "person.merged", kept)).toHaveLength(1);
  for (const role of ["service", "sponsor", "analyst", "compliance", "admin"] as const) {
    const caller = await sessionOf(app, tenant, await makeUser(world, tenant, role));
    expect((await undo(merged.id, caller)).body.code).toBe("access.not_permitted");
    expect((await merge(kept, gone, caller)).body.code).toBe("access.not_permitted");
  }
  await undo(merged.id);
  expect(await auditOf(world, tenant, "person.merge_undone", kept)).toHaveLength(1);
  const manager = await sessionOf(app, tenant, await makeUser(world, tenant, "manager"));
  const foreign = await makeTenant(world);
  const stranger = await sessionOf(app, foreign, await makeUser(world, foreign, "director"));
  const { body: again } = await merge(kept, gone);
  for (const caller of [manager, stranger]) {
    expect((await undo(again.id, caller)).body.code).toBe("person.merge_not_found");
    expect((await merge(kept, crypto.randomUUID(), caller)).body.code).toBe("person.not_found");
  }
});

test("whoever objected to profiling under one of two records has objected: the other's profile goes with the merge", async () => {
  const { accounts } = bench;
  for (const [into, from, objector] of [
    [kept, gone, gone],
    [
      (await addTo(bench.director, accounts.here, { name: "钱先" })).personId,
      (await addTo(bench.director, accounts.there, { name: "钱后" })).personId,
      null,
    ],
  ] as const) {
    const objects = objector ?? into;
    const other = objects === into ? from : into;
    await insert("stance_assessment", {
      id: crypto.randomUUID(),
      account_id: accounts.here,
      person_id: other,
      stance: "ally",
      assessed_on: "2026-01-01",
    });
    await ask(`with done as (update person set no_profiling = true where id = '${objects}' returning id)
      select id from done`);
    expect((await merge(into, from)).status).toBe(201);
    expect(await ask(`select no_profiling from person where id = '${into}'`)).toEqual([
      { no_profiling: true },
    ]);
    expect(await ask(`select id from stance_assessment where person_id = '${into}'`)).toEqual([]);
    expect(await auditOf(bench.world, bench.tenant, "profile.ended", into)).toHaveLength(1);
  }
});
