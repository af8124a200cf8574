import type { ConsentTextView } from "@mainstay/contract/consent";
import type { Actor } from "@mainstay/domain/access/actor";
import { isPermitted } from "@mainstay/domain/access/permission";
import type { ConsentScope } from "@mainstay/domain/fact/consent-scope";
import { isSensitiveScope, sortedScope } from "@mainstay/domain/privacy/consent-rule";
import type { Locale } from "@mainstay/phrases/locale";
import { shippedConsentTexts } from "@mainstay/phrases/privacy/shipped-consent-texts";
import { sql } from "kysely";
import type { Db, Tx } from "../platform/db/database-handles.ts";
import { consentTextVersion, shippedTextId } from "./consent-text-version.ts";

export interface ConsentText {
  readonly id: string;
  readonly scope: readonly ConsentScope[];
  readonly purpose: string;
  readonly words: string;
  readonly text_version: string;
  readonly published_at: Date | null;
  readonly retired_at: Date | null;
  readonly consents: number;
}

const sameScope = (one: readonly ConsentScope[], other: readonly ConsentScope[]): boolean =>
  sortedScope(one).join() === sortedScope(other).join();

/** Shipped texts of which the workspace has no row yet, under the ids they will have. */
const shippedTexts = (tenantId: string, locale: Locale): ConsentText[] =>
  shippedConsentTexts(locale).map((text) => {
    const text_version = consentTextVersion(text);
    const id = shippedTextId(tenantId, text_version);
    return { ...text, id, text_version, published_at: null, retired_at: null, consents: 0 };
  });

const ownTexts = async (db: Db, tenantId: string): Promise<ConsentText[]> => {
  const { rows } = await sql<ConsentText>`
    select t.id, t.scope, t.purpose, t.words, t.text_version, t.published_at, t.retired_at,
      (select count(*) from consent c where c.tenant_id = t.tenant_id and c.text_version = t.text_version
        and c.withdrawn_at is null and c.expires_at > now())::int as consents
    from consent_text t where t.tenant_id = ${tenantId}::uuid order by t.published_at desc, t.id`.execute(
    db,
  );
  return rows;
};

/**
 * Texts of the workspace, and the shipped ones whose scope it has never published a text for: a workspace can record
 * consents from its first day, and a text it replaced or retired does not come back.
 */
export const listConsentTexts = async (
  db: Db,
  tenantId: string,
  locale: Locale,
): Promise<ConsentText[]> => {
  const own = await ownTexts(db, tenantId);
  const shipped = shippedTexts(tenantId, locale).filter(
    (text) => !own.some(({ scope }) => sameScope(scope, text.scope)),
  );
  return [...own, ...shipped];
};

/** A text by its id, the workspace's own or a shipped one; its row is made when there is none yet. */
export const takeConsentText = async (
  tx: Tx,
  tenantId: string,
  locale: Locale,
  textId: string,
): Promise<ConsentText | null> => {
  const texts = await listConsentTexts(tx, tenantId, locale);
  const text = texts.find(({ id }) => id === textId) ?? null;
  if (text?.published_at !== null) return text;
  await insertConsentText(tx, tenantId, { ...text, publishedBy: null });
  return { ...text, published_at: new Date() };
};

export const insertConsentText = (
  tx: Tx,
  tenantId: string,
  text: Pick<ConsentText, "id" | "scope" | "purpose" | "words" | "text_version"> & {
    publishedBy: string | null;
  },
) =>
  tx
    .insertInto("consent_text")
    .values({
      tenant_id: tenantId,
      id: text.id,
      scope: sortedScope(text.scope),
      purpose: text.purpose.trim(),
      words: text.words.trim(),
      text_version: text.text_version,
      published_by: text.publishedBy,
    })
    // Two who use the same shipped text at once mean the same row.
    .onConflict((conflict) => conflict.columns(["tenant_id", "text_version"]).doNothing())
    .execute();

export const retireText = (
  tx: Tx,
  tenantId: string,
  id: string,
  now: Date,
  replacedBy: string | null,
) =>
  tx
    .updateTable("consent_text")
    .set({ retired_at: now, replaced_by: replacedBy })
    .where("tenant_id", "=", tenantId)
    .where("id", "=", id)
    .where("retired_at", "is", null)
    .executeTakeFirst();

export const toConsentTextView = (actor: Actor, text: ConsentText): ConsentTextView => {
  const edits = isPermitted(actor, "privacy.manage") && text.retired_at === null;
  return {
    id: text.id,
    scope: sortedScope(text.scope),
    isSensitive: text.scope.some(isSensitiveScope),
    purpose: text.purpose,
    words: text.words,
    textVersion: text.text_version,
    isShipped: text.published_at === null,
    publishedAt: text.published_at?.toISOString() ?? null,
    retiredAt: text.retired_at?.toISOString() ?? null,
    consents: text.consents,
    can: { edit: edits, retire: edits },
  };
};
