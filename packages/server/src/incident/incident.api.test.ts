import { incidents } from "@mainstay/contract/incident";
import { privacy } from "@mainstay/contract/privacy";
import { beforeEach, expect, test } from "vitest";
import type { TestCaller } from "../platform/http/test-app.ts";
import { auditOf } from "../platform/test-world/ask-tenant.ts";
import { type PrivacyBench, privacyBench } from "../privacy/privacy-test-bench.ts";

let bench: PrivacyBench;
beforeEach(async () => {
  bench = await privacyBench();
});

const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000).toISOString();
const record = (more: object = {}, who = bench.manager) =>
  who(incidents.record, { body: { title: "笔记本电脑失窃", discoveredAt: hoursAgo(5), ...more } });
const edit = (incidentId: string, body: object, who: TestCaller = bench.compliance) =>
  who(incidents.edit, { params: { incidentId }, body, headers: { "if-match": "*" } });
const advance = (
  incidentId: string,
  step: "notify_authority" | "notify_persons" | "close",
  who: TestCaller = bench.compliance,
) =>
  who(incidents.advance, { params: { incidentId }, body: { step }, headers: { "if-match": "*" } });

test("anybody reports, the clock runs from discovery, compliance finds out, tells and closes", async () => {
  const { status, body } = await record();
  expect(status).toBe(201);
  const found = await edit(body.id, {
    kinds: ["itinerary", "birthday"],
    personsAffected: 12,
    cause: "车辆被砸",
    harm: "可能被用于诈骗",
    measures: "已远程锁定并更换口令",
    contact: "王合规 010-1234",
  });
  expect(found.body).toMatchObject({
    hoursOpen: 5,
    kinds: ["birthday", "itinerary"],
    status: "open",
  });
  expect((await advance(body.id, "close")).body.code).toBe("incident.authority_not_notified");
  expect((await advance(body.id, "notify_authority")).body.status).toBe("authority_notified");
  expect((await advance(body.id, "close")).body.code).toBe("incident.persons_not_notified");
  expect((await advance(body.id, "notify_persons")).body.status).toBe("persons_notified");
  expect((await advance(body.id, "notify_persons")).body.code).toBe("incident.not_allowed_now");
  expect((await advance(body.id, "close")).body.status).toBe("closed");
  expect((await edit(body.id, { title: "x" })).body.code).toBe("incident.not_allowed_now");
  for (const act of ["recorded", "edited", "authority_notified", "persons_notified", "closed"]) {
    expect(await auditOf(bench.world, bench.tenant, `incident.${act}`, body.id), act).toHaveLength(
      1,
    );
  }
});

test("where the harm was avoided the persons need not be told, if it is written why", async () => {
  const { body } = await record();
  await advance(body.id, "notify_authority");
  await edit(body.id, { noNoticeBecause: "硬盘全盘加密，密钥未泄露" });
  expect((await advance(body.id, "close")).body.status).toBe("closed");
});

test("the notice says what Article 57 asks for, to authority and persons, in both languages", async () => {
  const { body } = await record({
    kinds: ["itinerary"],
    personsAffected: 7,
    cause: "<b>车辆被砸</b>",
  });
  const get = (
    format: "noticeHtml" | "noticePdf",
    audience: "authority" | "persons",
    locale: "zh-CN" | "en",
  ) =>
    bench.compliance(incidents[format], {
      params: { incidentId: body.id, audience },
      query: { locale },
    });
  const zh = (await get("noticeHtml", "authority", "zh-CN")).bytes.toString();
  for (const words of ["第五十七条", "行程", "&lt;b&gt;车辆被砸", "涉及人数", "正在调查"]) {
    expect(zh).toContain(words);
  }
  const en = (await get("noticeHtml", "persons", "en")).bytes.toString();
  expect(en).toContain("what you can do");
  expect(en).not.toContain("Persons concerned");
  const pdf = await get("noticePdf", "persons", "zh-CN");
  expect(pdf.bytes.subarray(0, 5).toString()).toBe("%PDF-");
});

test("what cannot be is refused; managers do not read incidents; another workspace finds none", async () => {
  expect((await record({ discoveredAt: hoursAgo(-1) })).body.code).toBe("incident.in_future");
  expect((await record({ title: "" })).status).toBe(400);
  const { body } = await record();
  expect((await bench.manager(incidents.list)).status).toBe(403);
  expect((await edit(body.id, { title: "x" }, bench.manager)).status).toBe(403);
  expect((await bench.compliance(incidents.list)).body.items).toHaveLength(1);
  const foreign = await privacyBench();
  expect((await edit(body.id, { title: "x" }, foreign.compliance)).body.code).toBe(
    "incident.not_found",
  );
  expect((await advance(body.id, "close", foreign.compliance)).body.code).toBe(
    "incident.not_found",
  );
});

test("the evidence pack has every paper and no name of a person; making it is recorded", async () => {
  await record();
  const { body } = await bench.compliance(privacy.evidencePack);
  expect(Object.keys(body)).toEqual(
    expect.arrayContaining([
      "notices",
      "consentTexts",
      "register",
      "requests",
      "incidents",
      "receipts",
    ]),
  );
  expect(body.incidents).toHaveLength(1);
  expect(JSON.stringify(body)).not.toContain("陈建华");
  const made = await auditOf(
    bench.world,
    bench.tenant,
    "privacy.evidence_exported",
    bench.tenant.tenantId,
  );
  expect(made).toHaveLength(1);
  expect((await bench.manager(privacy.evidencePack)).status).toBe(403);
});
