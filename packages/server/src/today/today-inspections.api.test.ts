import { type TodayItem, today } from "@mainstay/contract/today";
import { expect, test } from "vitest";
import { sessionOf, testApp } from "../platform/http/test-app.ts";
import { makeAccount } from "../platform/test-world/make-account.ts";
import { makeRow } from "../platform/test-world/make-row.ts";
import { makeTenant, makeUser } from "../platform/test-world/make-tenant.ts";
import { testWorld } from "../platform/test-world/test-world.ts";

test("an inspector sees drawn inspections of which customers wait for their call; nobody else does", async () => {
  const world = await testWorld();
  const app = await testApp();
  const tenant = await makeTenant(world);
  const inspectorId = await makeUser(world, tenant, "compliance");
  const otherId = await makeUser(world, tenant, "analyst");
  const directorId = await makeUser(world, tenant, "director");
  const accountId = await makeAccount(world, tenant, { name: "抽查客户" });
  const inspect = async (number: number, drawnAt: string | null) =>
    makeRow(world, tenant, "inspection", {
      number,
      population: "visit",
      from_on: "2026-01-01",
      to_on: "2026-02-01",
      is_stratified: false,
      sample_size: 1,
      population_ids: [accountId],
      population_sha256: "p",
      commitment_sha256: "c",
      nonce: "n",
      announced_by: inspectorId,
      announced_at: "2026-02-02T00:00:00Z",
      ...(drawnAt !== null && { seed: "s", drawn: [0], drawn_by: inspectorId, drawn_at: drawnAt }),
    });
  const draw = async (inspectionId: string, position: number, more: object) =>
    makeRow(world, tenant, "inspection_item", {
      inspection_id: inspectionId,
      position,
      subject_kind: "interaction",
      subject_id: accountId,
      account_id: accountId,
      ...more,
    });
  const waiting = await inspect(1, "2026-02-03T00:00:00Z");
  await draw(waiting, 1, { inspector_user_id: inspectorId });
  await draw(waiting, 2, { inspector_user_id: inspectorId, status: "done" });
  const done = await inspect(2, "2026-02-04T00:00:00Z");
  await draw(done, 1, { inspector_user_id: inspectorId, status: "unreachable" });
  await inspect(3, null);
  const shown = async (userId: string, whose: string) => {
    const caller = await sessionOf(app, tenant, userId);
    const { body } = await caller(today.get, { query: { show: ["inspection"], whose } as never });
    return (body as { items: TodayItem[] }).items.map((item) =>
      item.kind === "inspection" ? [item.inspection.number, item.inspection.waiting] : item.kind,
    );
  };
  expect(await shown(inspectorId, "me")).toEqual([[1, 1]]);
  expect(await shown(otherId, "me")).toEqual([]);
  expect(await shown(otherId, "all")).toEqual([[1, 1]]);
  expect(await shown(directorId, "all")).toEqual([]);
  const orphan = await inspect(4, "2026-02-05T00:00:00Z");
  await draw(orphan, 1, { involved_user_ids: [inspectorId] });
  expect(await shown(otherId, "me")).toEqual([[4, 1]]);
  expect(await shown(inspectorId, "me")).toEqual([[1, 1]]);
  expect(await shown(directorId, "me")).toEqual([]);
});
