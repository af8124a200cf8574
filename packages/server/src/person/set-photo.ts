import { createHash, randomUUID } from "node:crypto";
import { largestPhotoBytes } from "@mainstay/contract/person-photo";
import { barePhoto } from "@mainstay/domain/person/photo-image";
import { sql } from "kysely";
import type { Context } from "../platform/access/context.ts";
import { recordAudit } from "../platform/audit/record-audit.ts";
import type { Tx } from "../platform/db/database-handles.ts";
import { AppError } from "../platform/http/app-error.ts";
import { lockPerson } from "./lock-person.ts";

/** The consent to a photo that holds today and lasts longest; row security shows it only with the person. */
const findPhotoConsent = async (tx: Tx, { tenantId, now }: Context, personId: string) => {
  const { rows } = await sql<{ id: string; expires_on: string }>`
    select id, (expires_at at time zone 'UTC')::date as expires_on from consent
    where tenant_id = ${tenantId}::uuid and person_id = ${personId}::uuid and 'photo' = any(scope)
      and withdrawn_at is null and given_at <= ${now} and expires_at > ${now}
    order by expires_at desc limit 1`.execute(tx);
  return rows[0] ?? null;
};

/**
 * Puts up a person's picture under their valid consent to it; it ends with the consent. The file is told by its content and
 * stripped of place, camera and times. Class P: whoever has no profiles cannot put one up either.
 */
export const setPhoto = (
  context: Context,
  personId: string,
  content: string,
): Promise<{ personId: string; expiresOn: string }> =>
  context.write(async (tx) => {
    const { tenantId, actor } = context;
    const person = await lockPerson(tx, tenantId, personId);
    if (!actor.factClasses.includes("P") || person.is_placeholder)
      throw new AppError("access.not_permitted");
    const file = Buffer.from(content, "base64");
    if (file.length > largestPhotoBytes)
      throw new AppError("person.photo_too_large", { limit: "2 MB" });
    const photo = barePhoto(file);
    if (!photo) throw new AppError("person.photo_unreadable");
    const consent = await findPhotoConsent(tx, context, personId);
    if (!consent) throw new AppError("person.photo_without_consent");
    const fileId = randomUUID();
    await removeRow(tx, tenantId, personId);
    await tx
      .insertInto("stored_file")
      .values({
        tenant_id: tenantId,
        id: fileId,
        name: `photo-${personId}`,
        media_type: photo.mediaType,
        size_bytes: photo.bytes.length,
        sha256: createHash("sha256").update(photo.bytes).digest(),
        content: Buffer.from(photo.bytes),
        stored_by: actor.userId,
      })
      .execute();
    await tx
      .insertInto("person_photo")
      .values({
        tenant_id: tenantId,
        person_id: personId,
        file_id: fileId,
        consent_id: consent.id,
        expires_on: consent.expires_on,
      })
      .execute();
    await countUp(tx, context, personId);
    const detail = { personId, consentId: consent.id, bytes: photo.bytes.length };
    await recordAudit(tx, context, "person.photo_set", { kind: "person", id: personId }, detail);
    return { personId, expiresOn: consent.expires_on };
  });

/** The bytes go with the row (see drop_photo_file). */
const removeRow = async (tx: Tx, tenantId: string, personId: string): Promise<boolean> => {
  const removed = await tx
    .deleteFrom("person_photo")
    .where("tenant_id", "=", tenantId)
    .where("person_id", "=", personId)
    .executeTakeFirst();
  return removed.numDeletedRows > 0n;
};

/** The version stands in the picture's address, so that nobody shows an old one. */
const countUp = (tx: Tx, { tenantId, now }: Context, personId: string) =>
  tx
    .updateTable("person")
    .set({ version: sql`version + 1`, updated_at: now })
    .where("tenant_id", "=", tenantId)
    .where("id", "=", personId)
    .execute();

/** Takes the picture down; its bytes are deleted. */
export const removePhoto = (context: Context, personId: string): Promise<void> =>
  context.write(async (tx) => {
    await lockPerson(tx, context.tenantId, personId);
    if (!(await removeRow(tx, context.tenantId, personId)))
      throw new AppError("person.photo_not_found");
    await countUp(tx, context, personId);
    const subject = { kind: "person", id: personId };
    await recordAudit(tx, context, "person.photo_removed", subject, { personId });
  });
