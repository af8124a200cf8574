import type { ConsentScope } from "@mainstay/domain/fact/consent-scope";
import { endFactsOfConsent } from "../fact/end-facts.ts";
import { seeingEveryFact } from "../fact/seeing-every-fact.ts";
import { type AuditAuthor, recordAudit } from "../platform/audit/record-audit.ts";
import { forgetMergeCopies } from "../person/forget-merge-copies.ts";
import type { Tx } from "../platform/db/database-handles.ts";
import { endProfileOfPerson } from "../privacy/end-profile.ts";
import { enqueueRoundsOfPerson } from "../privacy/enqueue-rounds-of-person.ts";
import { writeReceipt } from "../privacy/write-receipt.ts";

interface EndingConsent {
  readonly id: string;
  readonly person_id: string;
  readonly scope: readonly string[];
}

export interface EndedConsent {
  readonly receiptId: string;
  /** Facts, photos and records of the profile that went with it. */
  readonly deleted: number;
}

const sumOf = (counts: Readonly<Record<string, number>>): number =>
  Object.values(counts).reduce((sum, count) => sum + count, 0);

/**
 * What follows when a consent no longer holds, withdrawn or expired, in the transaction of the act: the facts and the
 * photo that rest on it are deleted, with a consent to being profiled the whole profile, and no new one may be made.
 * Measures are taken anew without it. A receipt without values stays.
 */
export const endConsent = async (
  tx: Tx,
  author: AuditAuthor,
  consent: EndingConsent,
  reason: "consent_withdrawn" | "consent_expired",
): Promise<EndedConsent> => {
  const { id, person_id: personId } = consent;
  const facts = await endFactsOfConsent(tx, author, id, reason);
  const isProfile = (consent.scope as readonly ConsentScope[]).includes("profile");
  const profile = isProfile
    ? await endProfileOfPerson(tx, author, personId, { reason, consentId: id })
    : {};
  await forgetMergeCopies(tx, author.tenantId, personId);
  const deleted = sumOf(facts as Record<string, number>) + sumOf(profile);
  const receiptId = await writeReceipt(tx, author, {
    personId,
    reason,
    counts: { consent: 1 },
    consentId: id,
  });
  if (deleted > 0)
    await seeingEveryFact(tx, () => enqueueRoundsOfPerson(tx, author.tenantId, personId));
  const act = reason === "consent_withdrawn" ? "consent.withdrawn" : "consent.expired";
  await recordAudit(
    tx,
    author,
    act,
    { kind: "consent", id },
    { personId, scope: consent.scope, deleted, receiptId },
  );
  return { receiptId, deleted };
};
