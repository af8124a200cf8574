import type { FactValue } from "@mainstay/domain/fact/fact-value";
import { demandSensitiveApproval } from "../approval/ask-access.ts";
import type { Context } from "../platform/access/context.ts";
import { recordAudit } from "../platform/audit/record-audit.ts";
import { AppError } from "../platform/http/app-error.ts";
import type { KeyRing } from "../platform/secrets/key-ring.ts";
import { consentGap } from "@mainstay/domain/fact/consent-cover";
import { holdConsent } from "./fact-papers.ts";
import { getFactView, lockFact } from "./fact-queries.ts";
import { openFactValue } from "./seal-fact-value.ts";

/**
 * Shows a sensitive value, once, for a reason. The audit row is part of the same transaction: what cannot be recorded is
 * not shown. The consent is looked at again, so that one withdrawn or over shows nothing. Where the workspace asks for it, a second person must have approved the look (`approval.sensitive_access_needed`).
 */
export const revealFact = (
  context: Context,
  ring: KeyRing,
  factId: string,
  reason: string,
): Promise<{ value: FactValue }> =>
  context.write(async (tx) => {
    const { tenantId, actor, today } = context;
    const stored = await lockFact(tx, tenantId, factId);
    if (!stored) throw new AppError("fact.not_found");
    const fact = await getFactView(tx, actor, factId, today);
    if (!fact.can.reveal || !stored.value_sealed) throw new AppError("access.not_permitted");
    const { personId, kind } = fact;
    await demandSensitiveApproval(tx, context, personId);
    const of = { tenantId, personId, timeZone: context.workspace.timeZone };
    const consent = fact.consentId === null ? null : await holdConsent(tx, of, fact.consentId);
    if (!consent) throw new AppError("fact.consent_missing");
    const asCollected = { ...consent, isTextReplaced: false };
    const gap = consentGap(kind, fact.purpose, asCollected, today);
    if (gap !== null) throw new AppError(`fact.${gap}`, { kind });
    const value = openFactValue(ring, tenantId, factId, stored.value_sealed);
    const subject = { kind: "fact", id: factId };
    await recordAudit(tx, context, "fact.revealed", subject, { personId, kind, reason });
    return { value };
  });
