import { notices } from "@mainstay/contract/privacy-notice";
import { privacy } from "@mainstay/contract/privacy";
import { noticeDefaults } from "@mainstay/phrases/privacy/notice-defaults";
import { beforeAll, expect, test } from "vitest";
import { sessionOf, type TestCaller } from "../platform/http/test-app.ts";
import { auditOf } from "../platform/test-world/ask-tenant.ts";
import { makeUser } from "../platform/test-world/make-tenant.ts";
import { type PrivacyBench, privacyBench } from "../privacy/privacy-test-bench.ts";

let bench: PrivacyBench;
let director: TestCaller;
beforeAll(async () => {
  bench = await privacyBench();
  director = await sessionOf(
    bench.app,
    bench.tenant,
    await makeUser(bench.world, bench.tenant, "director"),
  );
});

const draft = {
  ...noticeDefaults("砥柱<公司>"),
  contactName: "王合规",
  contactMail: "dpo@example.test",
};
const publish = (baseVersion: number, who = bench.compliance, more: object = {}) =>
  who(notices.publish, { body: { draft: { ...draft, ...more }, baseVersion } });
const page = (path: string) => bench.app.http.inject({ method: "GET", url: path });

test("before the first version the draft says what is usual and the overview says that none is published", async () => {
  const { body } = await director(notices.get);
  expect(body).toMatchObject({ published: null, isOutdated: false, can: { publish: false } });
  expect(body.draft.purposes.length).toBeGreaterThan(1);
  expect(body.kinds.find((one: { kind: string }) => one.kind === "itinerary")).toMatchObject({
    class: "S",
    basis: "consent",
    retention: { from: "occasion", count: 30, unit: "days" },
  });
  expect((await director(privacy.overview)).body.notice).toMatchObject({ version: null });
});

test("compliance publishes versions; anybody with the address reads them in both languages, the old ones too", async () => {
  expect((await publish(0, director)).status).toBe(403);
  const first = await publish(0);
  expect(first).toMatchObject({ status: 201, body: { version: 1 } });
  expect((await publish(0)).body.code).toBe("notice.version_conflict");
  const second = await publish(1, bench.compliance, { contactName: "李合规" });
  expect(second.body).toMatchObject({ version: 2, path: first.body.path });
  expect(await auditOf(bench.world, bench.tenant, "privacy_notice.published", "2")).toHaveLength(1);
  const zh = await page(`${second.body.path}?lang=zh`);
  expect(zh.statusCode).toBe(200);
  expect(zh.headers["content-type"]).toContain("text/html");
  for (const words of [
    "个人信息处理告知书",
    "第 2 版",
    "砥柱&lt;公司&gt;",
    "李合规",
    "行程",
    "24 个月",
  ]) {
    expect(zh.body).toContain(words);
  }
  expect(zh.body).not.toMatch(/<script|undefined/);
  const en = await page(`${second.body.path}?lang=en&version=1`);
  for (const words of ["version 2 is in force", "王合规", "Itinerary", "15 working days"]) {
    expect(en.body).toContain(words);
  }
  const { body } = await director(notices.versions);
  expect(body.items.map(({ version }: { version: number }) => version)).toEqual([2, 1]);
  expect((await page(`${second.body.path}?version=9`)).statusCode).toBe(404);
});

test("no other address shows a notice, whatever is tried", async () => {
  for (const key of ["x", "A".repeat(24), "..%2f..", "%00", "' or 1=1 --"]) {
    const answer = await page(`/notice/${encodeURIComponent(key)}`);
    expect([key, answer.statusCode]).toEqual([key, 404]);
    expect(answer.body).not.toContain("砥柱");
  }
  const foreign = await privacyBench();
  expect((await foreign.compliance(notices.get)).body.published).toBeNull();
});

test("terms that moved since make the published notice outdated, and publishing again heals it", async () => {
  await bench.compliance(privacy.editSettings, { body: { requestWorkingDays: 10 } });
  expect((await director(privacy.overview)).body.notice).toMatchObject({
    version: 2,
    isOutdated: true,
  });
  await publish(2);
  expect((await director(privacy.overview)).body.notice).toMatchObject({
    version: 3,
    isOutdated: false,
  });
});

test("a notice without who answers for it is refused field by field", async () => {
  const { status, body } = await publish(3, bench.compliance, { contactName: "", purposes: [] });
  expect(status).toBe(400);
  expect(body.fields.map(({ path }: { path: string }) => path)).toEqual(
    expect.arrayContaining(["draft.contactName", "draft.purposes"]),
  );
});
