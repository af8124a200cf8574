import { caseClosings, publicLinks } from "@mainstay/contract/case-closing";
import { beforeAll, expect, test } from "vitest";
import { cases } from "@mainstay/contract/case";
import { mailSettings } from "@mainstay/contract/mail";
import { jobContextOf } from "../import/import-test-bench.ts";
import { nobody, sessionOf } from "../platform/http/test-app.ts";
import { askTenant, auditOf } from "../platform/test-world/ask-tenant.ts";
import { closingJobs } from "./closing-jobs.ts";
import {
  type ClosingBench,
  closingBench,
  type ClosingUser,
  dayLong,
} from "./closing-test-bench.ts";

let bench: ClosingBench;
beforeAll(async () => {
  bench = await closingBench();
});

const call = (who: ClosingUser, caseId: string, body: object) =>
  bench.as[who](caseClosings.callBack, { params: { caseId }, body: body as never });
const reached = { outcome: "reached", isResolved: true, score: 5, words: "很满意" };
const closing = (who: ClosingUser, caseId: string) =>
  bench.as[who](caseClosings.get, { params: { caseId } });

test("a colleague who had no part in it calls, and what the customer says closes the case", async () => {
  const caseId = await bench.open();
  const token = await bench.solve(caseId);
  const done = await call("service", caseId, reached);
  expect(done).toMatchObject({
    status: 201,
    body: { status: "closed", closedBy: "call_back", score: 5, verdict: "confirmed" },
  });
  expect(done.body.callBacks).toMatchObject([{ outcome: "reached", words: "很满意" }]);
  const seen = await nobody(bench.app)(publicLinks.confirmLook, { body: { token } });
  expect(seen.body.state).toBe("closed");
  const [row] = await auditOf(bench.world, bench.tenant, "case.called_back", caseId);
  expect(row).toMatchObject({ actor_user_id: bench.users.service, detail: { score: 5 } });
  expect(JSON.stringify(row?.detail)).not.toContain("很满意");
});

test("neither the first responder and handler nor whoever is complained about calls; roles without the right neither", async () => {
  const caseId = await bench.open({ complainedUserIds: [bench.users.director] });
  await bench.solve(caseId);
  for (const who of ["manager", "director"] as const) {
    expect((await closing(who, caseId)).body.can.callBack).toBe(false);
    expect(await call(who, caseId, reached)).toMatchObject({
      status: 403,
      body: { code: "call_back.not_independent" },
    });
  }
  const admin = await sessionOf(bench.app, bench.tenant, bench.tenant.adminUserId);
  expect(
    (await admin(caseClosings.callBack, { params: { caseId }, body: reached as never })).body.code,
  ).toBe("access.not_permitted");
  const foreign = await closingBench();
  expect(
    (
      await foreign.as.service(caseClosings.callBack, {
        params: { caseId },
        body: reached as never,
      })
    ).body.code,
  ).toBe("case.not_found");
});

test("a dissatisfied customer on the telephone reopens; a call before the solution, in the future or without an answer is refused", async () => {
  const caseId = await bench.open();
  await bench.solve(caseId);
  const wrong = { ...reached, calledAt: "2026-01-01T00:00:00Z" };
  expect((await call("service", caseId, wrong)).body.code).toBe("call_back.time_unfit");
  expect(
    (await call("service", caseId, { ...reached, calledAt: "2999-01-01T00:00:00Z" })).body.code,
  ).toBe("call_back.time_unfit");
  expect((await call("service", caseId, { outcome: "reached" })).body.fields).toMatchObject([
    { path: "isResolved", problem: "required" },
  ]);
  const done = await call("service", caseId, {
    outcome: "reached",
    isResolved: false,
    words: "没好",
  });
  expect(done.body).toMatchObject({ status: "open", reopened: 1, daysWaiting: null });
  expect((await call("service", caseId, reached)).body.code).toBe("case.not_allowed_now");
});

test("whoever handled it before it changed hands is no different employee either; the list agrees", async () => {
  const caseId = await bench.open();
  const any = { "if-match": "*" };
  const params = { caseId };
  const service = bench.as.service;
  const pass = (toUserId: string) => ({ params, body: { toUserId, reason: "换人" }, headers: any });
  await bench.as.manager(cases.offerTransfer, pass(bench.users.service));
  expect((await service(cases.acceptTransfer, { params, headers: any })).status).toBe(200);
  await bench.as.director(cases.assign, {
    params,
    body: { userId: bench.users.sponsor, reason: "升级" },
    headers: any,
  });
  await bench.solve(caseId);
  expect((await call("service", caseId, reached)).body.code).toBe("call_back.not_independent");
  expect((await closing("service", caseId)).body.can.callBackRefusal).toBe("worked_on");
  const { body } = await service(caseClosings.unconfirmed, { query: { whose: "callable" } });
  expect(body.items.map(({ id }: { id: string }) => id)).not.toContain(caseId);
  expect((await call("director", caseId, reached)).status).toBe(201);
});

test("calls that reach nobody stay visible; the list shows who has waited how long, and whom the reader may call", async () => {
  const caseId = await bench.open();
  await bench.solve(caseId);
  bench.clock.go(4 * dayLong);
  for (let i = 0; i < 3; i++)
    await call("service", caseId, { outcome: "not_reached", words: "无人接听" });
  expect((await closing("service", caseId)).body).toMatchObject({
    status: "solved",
    failedCalls: 3,
    daysWaiting: 4,
    can: { callBack: true, callBackRefusal: null },
  });
  const rowIn = async (who: ClosingUser, whose: "all" | "mine" | "callable") => {
    const { body } = await bench.as[who](caseClosings.unconfirmed, { query: { whose } });
    return body.items.find(({ id }: { id: string }) => id === caseId);
  };
  expect(await rowIn("service", "callable")).toMatchObject({
    daysWaiting: 4,
    failedCalls: 3,
    can: { callBack: true },
  });
  expect(await rowIn("manager", "mine")).toMatchObject({ can: { callBack: false } });
  expect(await rowIn("manager", "callable")).toBeUndefined();
  const { body } = await bench.as.director(caseClosings.figures, {
    query: { from: "2026-10-01", to: "2026-12-31" },
  });
  expect(body.solved).toBe(body.byCustomer + body.byCallBack + body.unconfirmed);
  expect(body.unconfirmedShare).toBeCloseTo(body.unconfirmed / body.solved);
});

test("the customer is asked by mail where there is an address, reminded after three and seven days and no more; a link can be taken back", async () => {
  const admin = await sessionOf(bench.app, bench.tenant, bench.tenant.adminUserId);
  await admin(mailSettings.save, {
    body: {
      host: "localhost",
      port: 1,
      security: "none",
      userName: null,
      password: null,
      fromAddress: "care@example.test",
      isEnabled: true,
    },
    headers: { "if-match": "*" },
  });
  const caseId = await bench.open();
  await bench.solve(caseId);
  const mails = () =>
    askTenant<{ kind: string; body_text: string; to_address: string }>(
      bench.world,
      bench.tenant,
      `select kind, body_text, to_address from customer_mail where account_id = '${bench.accountId}' order by created_at, id`,
    );
  const before = await mails();
  expect(before.at(-1)).toMatchObject({
    kind: "case_confirmation",
    to_address: "zhou@customer.test",
  });
  expect(before.at(-1)?.body_text).toMatch(/\/c\/#[0-9a-f-]{36}\.[\w-]{43}/);
  expect(before.at(-1)?.body_text).not.toContain("客户的原话");
  const context = { ...jobContextOf(bench.app, bench.tenant.tenantId), clock: bench.clock };
  const remind = () =>
    closingJobs.remind_confirmation({ tenantId: bench.tenant.tenantId, caseId }, context as never);
  for (const days of [1, 2, 4, 3, 30]) {
    bench.clock.go(days * dayLong);
    await remind();
  }
  expect((await mails()).slice(before.length).map(({ kind }) => kind)).toEqual([
    "case_reminder",
    "case_reminder",
  ]);
  const asked = await bench.as.service(caseClosings.ask, { params: { caseId } });
  expect(asked).toMatchObject({ status: 201, body: { isMailed: true } });
  // The customer has it: whoever worked on the case gets no copy to answer in their place.
  const byHandler = await bench.as.manager(caseClosings.ask, { params: { caseId } });
  expect(byHandler.body).toMatchObject({ isMailed: true, path: null });
  // Nor where there is nobody to mail: a link in their hands would be their own word.
  await askTenant(
    bench.world,
    bench.tenant,
    `update service_case set person_id = null where id = '${caseId}'`,
  );
  expect((await bench.as.manager(caseClosings.ask, { params: { caseId } })).body.code).toBe(
    "confirmation.not_independent",
  );
  expect((await closing("manager", caseId)).body.can.ask).toBe(false);
  const byHand = await bench.as.service(caseClosings.ask, { params: { caseId } });
  expect(byHand.body).toMatchObject({ isMailed: false, path: expect.stringMatching(/^\/c\/#/) });
  await askTenant(
    bench.world,
    bench.tenant,
    `update service_case set person_id = '${bench.personId}' where id = '${caseId}'`,
  );
  const { path, linkId } = asked.body;
  const token = path.slice("/c/#".length);
  const revoke = () => bench.as.service(caseClosings.revoke, { params: { caseId, linkId } });
  expect((await revoke()).status).toBe(204);
  const seen = await nobody(bench.app)(publicLinks.confirmLook, { body: { token } });
  expect(seen.body.code).toBe("public_link.invalid");
  expect((await closing("service", caseId)).body).toMatchObject({ reminders: 2, hasAddress: true });
});
