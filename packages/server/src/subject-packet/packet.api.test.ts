import { subjectPackets } from "@mainstay/contract/subject-packet";
import { locales } from "@mainstay/phrases/locale";
import { packetWords } from "@mainstay/phrases/privacy/packet-words";
import { beforeAll, expect, test } from "vitest";
import { enter, enterItinerary } from "../fact/fact-test-bench.ts";
import { sessionOf } from "../platform/http/test-app.ts";
import { askTenant, auditOf } from "../platform/test-world/ask-tenant.ts";
import { makeUser } from "../platform/test-world/make-tenant.ts";
import { insertRow, type PrivacyBench, privacyBench } from "../privacy/privacy-test-bench.ts";
import { makeAssessment } from "../fact/fact-test-bench.ts";
import type { SubjectPacket } from "./make-packet.ts";
import { packetSections } from "./packet-sections.ts";

let bench: PrivacyBench;

beforeAll(async () => {
  bench = await privacyBench();
  const { personId: person_id, accountId: account_id, world, tenant, managerId } = bench;
  await makeAssessment(world, tenant, ["itinerary"]);
  await enterItinerary(world, tenant, bench.manager, person_id, "云南大理");
  await enter(bench.manager, person_id, {
    kind: "school",
    source: "公司网站",
    value: { shape: "words", words: "与刘志强同在清华大学" },
  });
  const other = await insertRow(bench, "person", { name: "刘志强" });
  await insertRow(bench, "position", { person_id: other, account_id });
  const judged = { account_id, person_id, assessed_by: managerId, assessed_on: "2026-11-01" };
  await insertRow(bench, "stance_assessment", {
    ...judged,
    stance: "supporter",
    answers: JSON.stringify([{ question: "acted", answer: "helped" }]),
    evidence: "刘志强说他支持我们",
  });
  await insertRow(bench, "influence_assessment", { ...judged, influence: 4 });
  const tie = {
    account_id,
    from_person_id: person_id,
    to_person_id: other,
    noted_on: "2026-11-01",
  };
  await insertRow(bench, "tie", { ...tie, kind: "schoolmate", evidence: "和刘志强同班" });
  await insertRow(bench, "interaction", {
    account_id,
    occurred_on: "2026-11-02",
    kind: "meeting",
    summary: "陈建华与刘志强参加评审",
    person_ids: [person_id, other],
    logged_by: managerId,
  });
});

const get = (format: "json" | "html" | "pdf", who = bench.compliance, locale?: "zh-CN" | "en") =>
  who(subjectPackets[format], { params: { personId: bench.personId }, query: { locale } });

test("every table that knows persons is in the packet or says why not", async () => {
  /** Tables with a person's id whose rows stand elsewhere, and why. */
  const exempt: Readonly<Record<string, string>> = {};
  const rows = await askTenant<{ name: string }>(
    bench.world,
    bench.tenant,
    `select distinct c.relname as name from pg_attribute a join pg_class c on c.oid = a.attrelid
     where a.attname ~ 'person_ids?$' and not a.attisdropped and c.relkind in ('r', 'p') and not c.relispartition
       and c.relnamespace = 'public'::regnamespace`,
  );
  const named = Object.values(packetSections).flatMap(({ tables }) => tables as readonly string[]);
  const forgotten = rows
    .map(({ name }) => name)
    .filter((name) => !named.includes(name) && !exempt[name]);
  expect(forgotten).toEqual([]);
  expect(rows.length).toBeGreaterThan(15);
});

test("the packet holds everything, sensitive facts in clear, and of other persons nothing", async () => {
  const { status, body, headers } = await get("json");
  expect(status).toBe(200);
  expect(headers["cache-control"]).toBe("no-store");
  const packet = body as SubjectPacket;
  const { sections } = packet;
  expect(sections.identity).toMatchObject([{ name: "陈建华" }]);
  expect(sections.positions).toHaveLength(1);
  const trip = sections.facts.find((row) => row["kind"] === "itinerary");
  expect(trip).toMatchObject({ class: "S", value: { shape: "trip", region: "云南大理" } });
  expect(sections.stance).toMatchObject([
    { stance: "supporter", assessedBy: "manager", evidence: "某人说他支持我们" },
  ]);
  expect(sections.influence).toMatchObject([{ influence: 4 }]);
  expect(sections.ties).toMatchObject([{ tieKind: "schoolmate", direction: "from_you" }]);
  expect(sections.interactions).toMatchObject([
    { summary: "陈建华与某人参加评审", otherPersons: 1, loggedBy: "manager" },
  ]);
  expect(sections.consents).toHaveLength(1);
  expect(JSON.stringify(packet)).not.toContain("刘志强");
});

test("every making is recorded and shows in the next packet", async () => {
  const before = await auditOf(bench.world, bench.tenant, "subject_packet.made", bench.personId);
  await get("html");
  await get("pdf");
  const after = await auditOf(bench.world, bench.tenant, "subject_packet.made", bench.personId);
  expect(after.slice(before.length).map(({ detail }) => detail)).toEqual([
    { personId: bench.personId, format: "html", sensitiveFacts: 1 },
    { personId: bench.personId, format: "pdf", sensitiveFacts: 1 },
  ]);
  const { body } = await get("json");
  expect((body as SubjectPacket).sections.looks.length).toBeGreaterThan(after.length - 1);
});

test("it is printed in both languages with words for every field, as a page and as PDF", async () => {
  for (const locale of locales) {
    const page = await get("html", bench.compliance, locale);
    expect(page.headers["content-type"]).toContain("text/html");
    const html = page.bytes.toString();
    expect(html).toContain(locale === "en" ? "Itinerary" : "行程");
    expect(html).toContain("云南大理");
    expect(html).not.toContain("刘志强");
    for (const name of Object.values(packetWords[locale].section)) {
      expect(html).toContain(name.replaceAll("'", "&#39;"));
    }
    expect(html).not.toMatch(/undefined|\[object|\bnull\b/);
    const labels = [...html.matchAll(/<dt>([^<]+)<\/dt>/g)].map(([, label]) => label);
    const known = new Set(Object.values(packetWords[locale].field));
    expect(labels.filter((label) => !known.has(label ?? ""))).toEqual([]);
    const pdf = await get("pdf", bench.compliance, locale);
    expect(pdf.bytes.subarray(0, 5).toString()).toBe("%PDF-");
  }
});

test("only compliance makes a packet; another workspace finds nobody", async () => {
  for (const role of ["manager", "director", "service", "admin"] as const) {
    const caller = await sessionOf(
      bench.app,
      bench.tenant,
      await makeUser(bench.world, bench.tenant, role),
    );
    for (const format of ["json", "html", "pdf"] as const) {
      expect((await get(format, caller)).status).toBe(403);
    }
  }
  const foreign = await privacyBench();
  expect((await get("json", foreign.compliance)).body.code).toBe("person.not_found");
});
