import { type MapNode, relationshipMaps } from "@mainstay/contract/relationship-map";
import { beforeAll, expect, test } from "vitest";
import type { App } from "../platform/http/app.ts";
import { sessionOf, type TestCaller, testApp } from "../platform/http/test-app.ts";
import { askTenant, auditOf } from "../platform/test-world/ask-tenant.ts";
import { makeAccount } from "../platform/test-world/make-account.ts";
import { makePerson } from "../platform/test-world/make-person.ts";
import { makeTenant, makeUser, type TestTenant } from "../platform/test-world/make-tenant.ts";
import { testDay } from "../platform/test-world/test-day.ts";
import { type TestWorld, testWorld } from "../platform/test-world/test-world.ts";

let app: App;
let world: TestWorld;
let tenant: TestTenant;
let managerId: string;
let manager: TestCaller;

beforeAll(async () => {
  world = await testWorld();
  app = await testApp();
  tenant = await makeTenant(world);
  managerId = await makeUser(world, tenant, "manager");
  manager = await sessionOf(app, tenant, managerId);
});

const mine = (name: string) => makeAccount(world, tenant, { name, manager_user_id: managerId });
const mapOf = async (accountId: string, query = {}, who = manager) =>
  (await who(relationshipMaps.get, { params: { accountId }, query })).body;
const nodeOf = (map: { nodes: MapNode[] }, personId: string) =>
  map.nodes.find((node) => node.personId === personId);
const daysAgo = (days: number) => testDay(-days);
const superior = (
  positionId: string,
  superiorPositionId: string | null,
  who = manager,
  version = "*",
) =>
  who(relationshipMaps.setSuperior, {
    params: { positionId },
    body: { superiorPositionId },
    headers: { "if-match": version },
  });

test("a changed superior is remembered for the days before", async () => {
  const accountId = await mine("改线");
  const [one, other] = [
    await makePerson(world, tenant, accountId, "甲"),
    await makePerson(world, tenant, accountId, "乙"),
  ];
  const clerk = await makePerson(world, tenant, accountId, "丙", { reports_to_id: one.positionId });
  const { body, headers } = await superior(clerk.positionId, other.positionId, manager, '"1"');
  expect(body).toMatchObject({ superiorPositionId: other.positionId, version: 2 });
  expect(headers["etag"]).toBe('"2"');
  expect((await superior(clerk.positionId, null, manager, '"1"')).status).toBe(412);
  const now = await mapOf(accountId);
  expect(nodeOf(now, clerk.personId)?.superiorPersonId).toBe(other.personId);
  const before = await mapOf(accountId, { asOf: daysAgo(1) });
  expect(nodeOf(before, clerk.personId)?.superiorPersonId).toBe(one.personId);
  const [row] = await auditOf(world, tenant, "person.superior_set", clerk.personId);
  expect(row?.detail).toMatchObject({ from: one.positionId, to: other.positionId });
});

test("a circle of superiors, a superior elsewhere, gone or unknown is refused", async () => {
  const accountId = await mine("成环");
  const boss = await makePerson(world, tenant, accountId, "甲");
  const head = await makePerson(world, tenant, accountId, "乙", { reports_to_id: boss.positionId });
  const clerk = await makePerson(world, tenant, accountId, "丙", {
    reports_to_id: head.positionId,
  });
  for (const above of [clerk, head, boss]) {
    const refused = await superior(boss.positionId, above.positionId);
    expect([refused.status, refused.body.code]).toEqual([422, "position.superior_cycle"]);
  }
  const outside = await makePerson(world, tenant, await mine("外面"), "外");
  expect((await superior(head.positionId, outside.positionId)).body.code).toBe(
    "position.superior_elsewhere",
  );
  const gone = await makePerson(world, tenant, accountId, "走", { ends_on: daysAgo(1) });
  expect((await superior(head.positionId, gone.positionId)).body.code).toBe(
    "position.superior_left",
  );
  expect((await superior(head.positionId, crypto.randomUUID())).body.code).toBe("person.not_found");
  expect((await superior(clerk.positionId, null)).body.superiorPositionId).toBeNull();
});

test("two who draw the two halves of a circle at once: one is refused", async () => {
  const accountId = await mine("同时");
  for (let round = 0; round < 6; round++) {
    const [one, other] = [
      await makePerson(world, tenant, accountId, `甲${round}`),
      await makePerson(world, tenant, accountId, `乙${round}`),
    ];
    const answers = await Promise.all([
      superior(one.positionId, other.positionId),
      superior(other.positionId, one.positionId),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 422]);
  }
});

test("the database refuses a circle whoever writes it", async () => {
  const accountId = await mine("底线");
  const boss = await makePerson(world, tenant, accountId, "甲");
  const head = await makePerson(world, tenant, accountId, "乙", { reports_to_id: boss.positionId });
  await expect(
    askTenant(
      world,
      tenant,
      `update position set reports_to_id = '${head.positionId}' where id = '${boss.positionId}' returning id`,
    ),
  ).rejects.toThrow("their own superior");
});
