import type { ConsentTextView, consentTexts } from "@mainstay/contract/consent";
import { isBundled, sortedScope } from "@mainstay/domain/privacy/consent-rule";
import type { z } from "zod";
import type { Context } from "../platform/access/context.ts";
import { recordAudit } from "../platform/audit/record-audit.ts";
import { newId } from "../platform/clock/new-id.ts";
import type { Tx } from "../platform/db/database-handles.ts";
import { AppError } from "../platform/http/app-error.ts";
import {
  insertConsentText,
  listConsentTexts,
  retireText,
  takeConsentText,
  toConsentTextView,
} from "./consent-text-queries.ts";
import { consentTextVersion } from "./consent-text-version.ts";

type Draft = z.output<NonNullable<typeof consentTexts.publish.body>>;

const viewOf = async (tx: Tx, context: Context, textId: string): Promise<ConsentTextView> => {
  const texts = await listConsentTexts(tx, context.tenantId, context.workspace.locale);
  const text = texts.find(({ id }) => id === textId);
  if (!text) throw new AppError("consent.text_not_found");
  return toConsentTextView(context.actor, text);
};

const livingText = async (tx: Tx, context: Context, textId: string) => {
  const text = await takeConsentText(tx, context.tenantId, context.workspace.locale, textId);
  if (!text) throw new AppError("consent.text_not_found");
  if (text.retired_at !== null) throw new AppError("consent.text_retired");
  return text;
};

/**
 * Publishes a text people can consent to. An edit (`replacesId`) retires the earlier text: consents given to it carry
 * what was collected under it but nothing new (Article 14). A sensitive scope may not stand together with another.
 */
export const publishConsentText = (context: Context, draft: Draft): Promise<ConsentTextView> =>
  context.write(async (tx) => {
    const { tenantId, actor, now } = context;
    if (isBundled(draft.scope)) throw new AppError("consent.sensitive_bundled");
    const version = consentTextVersion(draft);
    const known = await listConsentTexts(tx, tenantId, context.workspace.locale);
    if (known.some((one) => one.text_version === version && one.published_at !== null))
      throw new AppError("consent.text_unchanged");
    const id = newId();
    if (draft.replacesId !== undefined) {
      const old = await livingText(tx, context, draft.replacesId);
      if (old.text_version === version) throw new AppError("consent.text_unchanged");
      await retireText(tx, tenantId, old.id, now, id);
    }
    const scope = sortedScope(draft.scope);
    const text = { id, scope, purpose: draft.purpose, words: draft.words, text_version: version };
    await insertConsentText(tx, tenantId, { ...text, publishedBy: actor.userId });
    await recordAudit(
      tx,
      context,
      "consent_text.published",
      { kind: "consent_text", id },
      { scope, textVersion: version, replacesId: draft.replacesId ?? null },
    );
    return viewOf(tx, context, id);
  });

/** Offers the text no longer; consents given to it stay valid until they end. */
export const retireConsentText = (context: Context, textId: string): Promise<ConsentTextView> =>
  context.write(async (tx) => {
    const { tenantId, now } = context;
    const text = await livingText(tx, context, textId);
    await retireText(tx, tenantId, text.id, now, null);
    await recordAudit(
      tx,
      context,
      "consent_text.retired",
      { kind: "consent_text", id: text.id },
      { scope: text.scope },
    );
    return viewOf(tx, context, text.id);
  });
