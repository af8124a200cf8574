import { decisionChains } from "@mainstay/contract/decision-chain";
import { type PairLevelView, pairLevels } from "@mainstay/contract/pair-level";
import { beforeAll, expect, test } from "vitest";
import { sessionOf } from "../platform/http/test-app.ts";
import { askTenant, auditOf } from "../platform/test-world/ask-tenant.ts";
import { makeTenant, makeUser } from "../platform/test-world/make-tenant.ts";
import { type ChainBench, chainBench } from "./chain-test-bench.ts";

let bench: ChainBench;
beforeAll(async () => {
  bench = await chainBench();
});

const add = (personId: string, body: object = {}, who = bench.manager) =>
  who(pairLevels.add, {
    params: { accountId: bench.accountId },
    body: { userId: bench.managerId, personId, currentLevel: 2, desiredLevel: 5, ...body },
  });
const edit = (pairLevelId: string, body: object, who = bench.manager, match = "*") =>
  who(pairLevels.edit, { params: { pairLevelId }, body, headers: { "if-match": match } });
const remove = (pairLevelId: string, who = bench.manager) =>
  who(pairLevels.remove, { params: { pairLevelId } });
const chain = async (who = bench.manager) =>
  (await who(decisionChains.get, { params: { accountId: bench.accountId } })).body;

test("a pair is noted, changed by version, and deleted with a receipt", async () => {
  const wang = await bench.person("王总");
  const { status, body: made } = await add(wang);
  expect(status).toBe(201);
  expect(made).toMatchObject({ currentLevel: 2, desiredLevel: 5, gap: 3, version: 1 });
  const changed = await edit(made.id, { currentLevel: 4, note: "一起去过现场" }, undefined, '"1"');
  expect(changed.body).toMatchObject({ currentLevel: 4, desiredLevel: 5, gap: 1, version: 2 });
  expect((await edit(made.id, { desiredLevel: null }, undefined, '"1"')).status).toBe(412);
  expect((await edit(made.id, { desiredLevel: null })).body).toMatchObject({ gap: 0 });
  expect((await remove(made.id)).status).toBe(204);
  expect((await remove(made.id)).body.code).toBe("pair.not_found");
  expect((await edit(made.id, {})).body.code).toBe("pair.not_found");
  const receipts = `select counts from deletion_receipt where person_id = '${wang}'`;
  expect(await askTenant(bench.world, bench.tenant, receipts)).toEqual([
    { counts: { pair_level: 1 } },
  ]);
  for (const act of ["noted", "edited", "removed"]) {
    const kept = await auditOf(bench.world, bench.tenant, `pair_level.${act}`, wang);
    expect(kept.length, act).toBeGreaterThan(0);
    expect(JSON.stringify(kept)).not.toContain("现场");
  }
});

test("the matrix shows the widest gap first", async () => {
  const [near, far] = [await bench.person("近"), await bench.person("远")];
  await add(near, { currentLevel: 4 });
  await add(far, { currentLevel: 1, desiredLevel: 6 });
  const { pairs } = await chain();
  const gaps = pairs.map(({ gap }: PairLevelView) => gap);
  expect(gaps).toEqual(gaps.toSorted((a: number, b: number) => b - a));
  expect(gaps[0]).toBe(5);
});

test("who decides needs an executive of ours: the sponsor is suggested until the pairing stands", async () => {
  const own = await chainBench();
  const sponsorId = await makeUser(own.world, own.tenant, "sponsor");
  const boss = await own.person("老板");
  await own.setRole(boss, { role: "economic_buyer" });
  const look = async () =>
    (await own.manager(decisionChains.get, { params: { accountId: own.accountId } })).body
      .missingExecutivePairings;
  expect(await look()).toEqual([{ personId: boss, userId: null }]);
  const sponsored = `update account set sponsor_user_id = '${sponsorId}' where id = '${own.accountId}'`;
  await askTenant(own.world, own.tenant, sponsored);
  expect(await look()).toEqual([{ personId: boss, userId: sponsorId }]);
  await own.manager(pairLevels.add, {
    params: { accountId: own.accountId },
    body: { userId: sponsorId, personId: boss, currentLevel: 1, isExecutivePairing: true },
  });
  expect(await look()).toEqual([]);
});

test("a pair twice, steps that are none, and colleagues who are not there are refused", async () => {
  const li = await bench.person("李总");
  await add(li);
  expect((await add(li)).body.code).toBe("pair.already_noted");
  expect((await add(li, { currentLevel: 7 })).body.code).toBe("request.invalid");
  const nobody = await add(li, { userId: crypto.randomUUID() });
  expect(nobody.body.code).toBe("pair.colleague_not_found");
  const objector = await bench.person("拒评", { no_profiling: true });
  expect((await add(objector)).body.code).toBe("chain.no_profiling");
  const gone = await bench.person("已走", {}, { ends_on: "2026-01-01" });
  expect((await add(gone)).body.code).toBe("chain.person_not_at_account");
});

test("the workspace names the six steps; empty brings the usual word back; only an administrator does it", async () => {
  const admin = await bench.as("admin");
  const names = ["陌生", null, null, null, null, "铁杆"];
  expect((await admin(pairLevels.name, { body: { names } })).body).toEqual({
    names,
    can: { edit: true },
  });
  expect((await chain()).pairLevelNames).toEqual(names);
  expect((await bench.manager(pairLevels.names)).body).toEqual({ names, can: { edit: false } });
  await admin(pairLevels.name, { body: { names: Array.from({ length: 6 }, () => null) } });
  expect((await chain()).pairLevelNames).toEqual([null, null, null, null, null, null]);
  expect((await admin(pairLevels.name, { body: { names: ["少"] } })).body.code).toBe(
    "request.invalid",
  );
  const refused = await bench.manager(pairLevels.name, { body: { names } });
  expect(refused.body.code).toBe("access.not_permitted");
  const kept = await auditOf(bench.world, bench.tenant, "pair_level.named", bench.tenant.tenantId);
  expect(kept).toHaveLength(2);
});

test("only who works with people notes pairs; strangers find none", async () => {
  const zhao = await bench.person("赵总");
  const { body: made } = await add(zhao);
  for (const role of ["service", "analyst", "compliance", "admin"] as const) {
    const caller = await bench.as(role);
    for (const answer of [
      await add(zhao, {}, caller),
      await edit(made.id, {}, caller),
      await remove(made.id, caller),
    ])
      expect([role, answer.body.code]).toEqual([role, "access.not_permitted"]);
  }
  const foreign = await makeTenant(bench.world);
  const director = await makeUser(bench.world, foreign, "director");
  for (const caller of [await sessionOf(bench.app, foreign, director), await bench.as("manager")]) {
    expect((await add(zhao, {}, caller)).body.code).toBe("account.not_found");
    expect((await edit(made.id, {}, caller)).body.code).toBe("pair.not_found");
    expect((await remove(made.id, caller)).body.code).toBe("pair.not_found");
  }
});
