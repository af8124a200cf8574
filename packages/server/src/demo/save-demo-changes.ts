import { createHash } from "node:crypto";
import type { Actor } from "@mainstay/domain/access/actor";
import { type DayNumber, isoFromDayNumber } from "@mainstay/domain/calendar/day-number";
import type { TenantId } from "@mainstay/domain/tenant/tenant-id";
import { sql } from "kysely";
import { newId } from "../platform/clock/new-id.ts";
import type { Tx } from "../platform/db/database-handles.ts";
import { paperPdf } from "../platform/paper/paper-pdf.ts";
import { changePaper } from "../requirement-change/change-paper.ts";
import { getChange } from "../requirement-change/change-queries.ts";
import { contentHash } from "../requirement-change/write-version.ts";
import type { DemoTeam } from "./save-demo-team.ts";

interface DemoChange {
  readonly at: number;
  readonly title: string;
  readonly scope: string;
  readonly feeMinor: number;
  readonly scheduleDays: number;
  readonly sentDaysAgo: number;
  readonly startedDaysAgo: number | null;
  readonly signedDaysAgo: number | null;
}

const changes: readonly DemoChange[] = [
  {
    at: 0,
    title: "二期产线增加在线检测工位",
    scope:
      "在二期装配线末端增加一套在线视觉检测工位，含相机、光源、判定软件与产线联锁；验收以连续三班误判率低于 0.5% 为准。原合同其他供货范围不变。",
    feeMinor: 38_600_000,
    scheduleDays: 21,
    sentDaysAgo: 40,
    startedDaysAgo: 30,
    signedDaysAgo: 34,
  },
  {
    at: 2,
    title: "包装规格由 20 公斤改为 25 公斤",
    scope:
      "自下一批次起，成品包装由 20 公斤/袋改为 25 公斤/袋，托盘码放方式随之调整；现有 20 公斤包材由客户消化至月底。",
    feeMinor: -1_280_000,
    scheduleDays: 7,
    sentDaysAgo: 12,
    startedDaysAgo: 5,
    signedDaysAgo: null,
  },
];

const keepFile = async (
  tx: Tx,
  tenantId: TenantId,
  name: string,
  content: Buffer,
): Promise<{ id: string; sha256: string }> => {
  const id = newId();
  const sha256 = createHash("sha256").update(content).digest();
  await tx
    .insertInto("stored_file")
    .values({
      tenant_id: tenantId,
      id,
      name,
      media_type: "application/pdf",
      size_bytes: content.length,
      sha256,
      content,
    })
    .execute();
  return { id, sha256: sha256.toString("hex") };
};

/** A colleague as whom the demo reads its own records. */
const readerOf = (tenantId: TenantId, userId: string) => ({
  tenantId,
  actor: {
    userId,
    tenantId,
    role: "manager",
    visibility: "all",
    teamUserIds: [userId],
    factClasses: ["B"],
    scopes: null,
  } satisfies Actor & { tenantId: string },
});

/** The demo's requirement changes: one confirmed by both sides with its signed paper, one that waits while work goes on. */
export const saveDemoChanges = async (
  tx: Tx,
  tenantId: TenantId,
  keyAccountIds: readonly string[],
  team: DemoTeam,
  today: DayNumber,
): Promise<void> => {
  const instantAgo = (days: number) => `${isoFromDayNumber(today - days)}T02:00:00Z`;
  const { name: supplier } = await tx
    .selectFrom("tenant")
    .select("name")
    .where("id", "=", tenantId)
    .executeTakeFirstOrThrow();
  for (const demo of changes) {
    const accountId = keyAccountIds[demo.at] ?? "";
    const maker = team.managers[demo.at % 4] ?? "";
    const { rows } = await sql<{ name: string; person_id: string | null; person: string | null }>`
      select a.name, p.id as person_id, p.name as person from account a
      left join lateral (select p.id, p.name from position o join person p on p.tenant_id = o.tenant_id and p.id = o.person_id
        where o.tenant_id = a.tenant_id and o.account_id = a.id and o.ends_on is null and not p.is_placeholder
        order by o.starts_on nulls last, o.id limit 1) p on true
      where a.tenant_id = ${tenantId}::uuid and a.id = ${accountId}::uuid`.execute(tx);
    const account = rows[0];
    if (!account) continue;
    const content = {
      changeId: newId(),
      number: 1,
      account: account.name,
      title: demo.title,
      scope: demo.scope,
      feeMinor: demo.feeMinor,
      currency: "CNY",
      scheduleDays: demo.scheduleDays,
      deliverOn: null,
    };
    const { changeId } = content;
    const hash = contentHash(content);
    const sentAt = instantAgo(demo.sentDaysAgo);
    const startedOn =
      demo.startedDaysAgo === null ? null : isoFromDayNumber(today - demo.startedDaysAgo);
    await sql`
      insert into requirement_change (tenant_id, id, account_id, title, status, sent_at, work_started_on, created_by, created_at)
      values (${tenantId}::uuid, ${changeId}::uuid, ${accountId}::uuid, ${demo.title}, 'sent', ${sentAt}::timestamptz,
        ${startedOn}::date, ${maker}::uuid, ${sentAt}::timestamptz)`.execute(tx);
    await sql`
      insert into requirement_change_version (tenant_id, change_id, number, title, scope, fee_minor, currency, schedule_days,
        content_sha256, made_by, made_at)
      values (${tenantId}::uuid, ${changeId}::uuid, 1, ${demo.title}, ${demo.scope}, ${demo.feeMinor}, 'CNY',
        ${demo.scheduleDays}, ${hash}, ${maker}::uuid, ${sentAt}::timestamptz)`.execute(tx);
    const detail = await getChange(tx, readerOf(tenantId, maker), changeId);
    const paper = changePaper(detail, detail.newest, { locale: "zh-CN", name: supplier });
    const sent = await keepFile(tx, tenantId, `${demo.title} v1.pdf`, await paperPdf(paper));
    await sql`update requirement_change_version set sent_at = ${sentAt}::timestamptz, sent_by = ${maker}::uuid,
        paper_file_id = ${sent.id}::uuid, paper_sha256 = ${sent.sha256}
      where tenant_id = ${tenantId}::uuid and change_id = ${changeId}::uuid`.execute(tx);
    if (demo.signedDaysAgo === null || account.person_id === null) continue;
    const signedOn = isoFromDayNumber(today - demo.signedDaysAgo);
    const signedAt = instantAgo(demo.signedDaysAgo - 1);
    const signature = `客户代表 ${account.person ?? ""} 签字，${signedOn}（演示签署件）`;
    const signed = await keepFile(
      tx,
      tenantId,
      `${demo.title} 签署件.pdf`,
      await paperPdf({ ...paper, parts: [...paper.parts, { kind: "paragraph", text: signature }] }),
    );
    const confirmer = team.managers.find((one) => one !== maker) ?? maker;
    await sql`
      insert into requirement_change_confirmation (tenant_id, change_id, number, side, method, user_id, person_id, paper_file_id,
        paper_sha256, signed_on, content_sha256, recorded_by, recorded_at)
      values (${tenantId}::uuid, ${changeId}::uuid, 1, 'ours', 'signed_in', ${confirmer}::uuid, null, null, null,
          ${signedOn}::date, ${hash}, ${confirmer}::uuid, ${signedAt}::timestamptz),
        (${tenantId}::uuid, ${changeId}::uuid, 1, 'theirs', 'uploaded_paper', null, ${account.person_id}::uuid,
          ${signed.id}::uuid, ${signed.sha256}, ${signedOn}::date, ${hash}, ${maker}::uuid, ${signedAt}::timestamptz)`.execute(
      tx,
    );
    await sql`update requirement_change set status = 'confirmed', confirmed_at = ${signedAt}::timestamptz,
        closed_at = ${signedAt}::timestamptz
      where tenant_id = ${tenantId}::uuid and id = ${changeId}::uuid`.execute(tx);
  }
};
