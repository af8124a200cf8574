import { randomBytes } from "node:crypto";
import type { NoticeContent, NoticeDraft, NoticeView } from "@mainstay/contract/privacy-notice";
import { isPermitted } from "@mainstay/domain/access/permission";
import { noticeDefaults } from "@mainstay/phrases/privacy/notice-defaults";
import { sql } from "kysely";
import type { Context } from "../platform/access/context.ts";
import { recordAudit } from "../platform/audit/record-audit.ts";
import type { Db } from "../platform/db/database-handles.ts";
import { AppError } from "../platform/http/app-error.ts";
import { readPrivacySettings } from "../privacy/privacy-settings.ts";
import { noticeKinds } from "./notice-kinds.ts";
import { newestNotice, type NoticeRecord, toNoticeView } from "./notice-queries.ts";

/** Whether kinds, retention or the time to answer have moved since the version was published. */
export const isNoticeOutdated = async (
  db: Db,
  tenantId: string,
  notice: NoticeRecord | null,
): Promise<boolean> => {
  if (!notice) return false;
  const { requestWorkingDays } = await readPrivacySettings(db, tenantId);
  const said = JSON.stringify([
    notice.content.kinds.map(kindAsText),
    notice.content.requestWorkingDays,
  ]);
  return said !== JSON.stringify([noticeKinds().map(kindAsText), requestWorkingDays]);
};

// The database keeps keys of an object in its own order.
const kindAsText = (kind: NoticeContent["kinds"][number]): string =>
  [kind.kind, kind.class, kind.basis, kind.retention.from, kind.retention.count].join(":");

/** The published notice beside the draft of the next, which begins as what is published. */
export const readNotice = (context: Context) =>
  context.read(async (db) => {
    const published = await newestNotice(db, context.tenantId);
    return {
      published: published && toNoticeView(published),
      draft: published?.content ?? noticeDefaults(context.workspace.name),
      kinds: noticeKinds(),
      isOutdated: await isNoticeOutdated(db, context.tenantId, published),
      can: { publish: isPermitted(context.actor, "privacy.manage") },
    };
  });

/** Publishes the next version; kinds, retention and the time to answer are taken as they are now. */
export const publishNotice = (
  context: Context,
  { draft, baseVersion }: { draft: NoticeDraft; baseVersion: number },
): Promise<NoticeView> =>
  context.write(async (tx) => {
    const { tenantId, actor } = context;
    await sql`select pg_advisory_xact_lock(hashtextextended(${`notice:${tenantId}`}, 0))`.execute(
      tx,
    );
    const before = await newestNotice(tx, tenantId);
    const version = (before?.version ?? 0) + 1;
    if (baseVersion !== version - 1)
      throw new AppError("notice.version_conflict", { version: version - 1 });
    const { requestWorkingDays } = await readPrivacySettings(tx, tenantId);
    const content: NoticeContent = {
      ...draft,
      kinds: noticeKinds(),
      requestWorkingDays,
      publishedOn: context.today,
    };
    await tx
      .insertInto("privacy_notice")
      .values({
        tenant_id: tenantId,
        version,
        public_key: before?.public_key ?? randomBytes(18).toString("base64url"),
        content: JSON.stringify(content),
        published_by: actor.userId,
      })
      .execute();
    const subject = { kind: "privacy_notice", id: String(version) };
    await recordAudit(tx, context, "privacy_notice.published", subject, { version });
    const published = await newestNotice(tx, tenantId);
    if (!published) throw new AppError("server.failed");
    return toNoticeView(published);
  });
