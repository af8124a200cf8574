import { projects } from "@mainstay/contract/project";
import { beforeAll, expect, test } from "vitest";
import { type ChainBench, chainBench } from "../decision-chain/chain-test-bench.ts";
import { sessionOf, type TestCaller } from "../platform/http/test-app.ts";
import { auditOf } from "../platform/test-world/ask-tenant.ts";
import { makeTenant, makeUser } from "../platform/test-world/make-tenant.ts";

let bench: ChainBench;
beforeAll(async () => {
  bench = await chainBench();
});

const add = (name: string, who = bench.manager, headers = {}) =>
  who(projects.add, { params: { accountId: bench.accountId }, body: { name }, headers });
const change = (
  act: "rename" | "end",
  projectId: string,
  body: object,
  who: TestCaller = bench.manager,
  match = "*",
) =>
  who(projects[act], {
    params: { projectId },
    body: body as never,
    headers: { "if-match": match },
  });

test("a project is added, renamed, ended, and listed after the open ones", async () => {
  const { body: old } = await add("一期产线");
  const renamed = await change("rename", old.id, { name: "一期扩产" });
  expect(renamed.body).toMatchObject({ name: "一期扩产", status: "open", version: 2 });
  const ended = await change("end", old.id, { status: "won", endedOn: "2026-10-01" });
  expect(ended.body).toMatchObject({
    status: "won",
    endedOn: "2026-10-01",
    version: 3,
    can: { rename: true, end: false },
  });
  const { body: young } = await add("二期产线");
  const { body } = await bench.manager(projects.list, { params: { accountId: bench.accountId } });
  expect(body.items.map(({ id }: { id: string }) => id)).toEqual([young.id, old.id]);
  for (const act of ["added", "renamed", "ended"]) {
    const kept = await auditOf(bench.world, bench.tenant, `project.${act}`, old.id);
    expect(kept, act).toMatchObject([{ actor_user_id: bench.managerId }]);
  }
});

test("an open project's name is taken until it ends; a repeated request adds one", async () => {
  const headers = { "idempotency-key": `project-${bench.accountId}` };
  const [one, two] = [await add("备件", undefined, headers), await add("备件", undefined, headers)];
  expect(two.body).toEqual(one.body);
  expect((await add("备件")).body.code).toBe("project.name_taken");
  await change("end", one.body.id, { status: "stopped" });
  expect((await add("备件")).status).toBe(201);
});

test("an ended project does not end again, none ends tomorrow, and a stale version is refused", async () => {
  const { body: made } = await add("改造");
  const ahead = await change("end", made.id, { status: "lost", endedOn: "2999-01-01" });
  expect(ahead.body.fields[0]).toMatchObject({ path: "endedOn", problem: "too_big" });
  expect((await change("rename", made.id, { name: "改造二" }, undefined, '"7"')).status).toBe(412);
  await change("end", made.id, { status: "lost" });
  expect((await change("end", made.id, { status: "won" })).body.code).toBe("project.ended");
  expect((await change("rename", made.id, { name: " " })).body.code).toBe("request.invalid");
});

test("only managers and directors change projects; others look, strangers find nothing", async () => {
  const { body: made } = await add("观察");
  for (const role of ["sponsor", "service", "analyst", "compliance", "admin"] as const) {
    const caller = await bench.as(role);
    expect((await add("x", caller)).body.code).toBe("access.not_permitted");
    expect((await change("rename", made.id, { name: "x" }, caller)).status).toBe(403);
    expect((await change("end", made.id, { status: "won" }, caller)).status).toBe(403);
    const { body } = await caller(projects.list, { params: { accountId: bench.accountId } });
    expect(body.items.every(({ can }: { can: object }) => !Object.values(can).includes(true))).toBe(
      true,
    );
  }
  const other = await bench.as("manager");
  const foreign = await makeTenant(bench.world);
  const director = await makeUser(bench.world, foreign, "director");
  const stranger = await sessionOf(bench.app, foreign, director);
  for (const caller of [other, stranger]) {
    expect((await add("x", caller)).body.code).toBe("account.not_found");
    expect((await change("rename", made.id, { name: "x" }, caller)).body.code).toBe(
      "project.not_found",
    );
    expect((await change("end", made.id, { status: "won" }, caller)).body.code).toBe(
      "project.not_found",
    );
    expect((await caller(projects.list, { params: { accountId: bench.accountId } })).status).toBe(
      404,
    );
  }
});
