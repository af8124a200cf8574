import type { FactView, facts } from "@mainstay/contract/fact";
import type { BodyOf } from "@mainstay/contract/endpoint/endpoint";
import {
  dayNumberFromIso,
  type IsoDay,
  isoFromDayNumber,
} from "@mainstay/domain/calendar/day-number";
import { type FactKind, factRules } from "@mainstay/domain/fact/fact-kind";
import type { FactValue } from "@mainstay/domain/fact/fact-value";
import type { Context } from "../platform/access/context.ts";
import { demandVersion } from "../platform/access/demand.ts";
import { recordAudit } from "../platform/audit/record-audit.ts";
import type { Tx } from "../platform/db/database-handles.ts";
import { AppError } from "../platform/http/app-error.ts";
import type { KeyRing } from "../platform/secrets/key-ring.ts";
import { gatherPapers } from "./fact-papers.ts";
import { getFactView, lockFact } from "./fact-queries.ts";
import { demandLawful, factRow } from "./keep-fact.ts";
import { openFactValue } from "./seal-fact-value.ts";

type Change = BodyOf<typeof facts.correct>;
type Act = "correct" | "verify";

/** Corrects a fact or its papers. What stood there before is gone; the audit has which fields changed, never values. */
export const correctFact = (
  context: Context,
  ring: KeyRing,
  factId: string,
  change: Change,
): Promise<FactView> => changeFact(context, ring, factId, change, "correct");

/** Says that a fact still holds, today or on `verifiedOn`; its end moves on by the same rules as on entry. */
export const verifyFact = (
  context: Context,
  ring: KeyRing,
  factId: string,
  seen: { verifiedOn?: string | undefined; consentId?: string | undefined },
): Promise<FactView> =>
  changeFact(
    context,
    ring,
    factId,
    { verifiedOn: seen.verifiedOn ?? context.today, consentId: seen.consentId },
    "verify",
  );

const changeFact = (
  context: Context,
  ring: KeyRing,
  factId: string,
  change: Change,
  act: Act,
): Promise<FactView> =>
  context.write(async (tx) => {
    const { tenantId, actor, today } = context;
    const stored = await lockFact(tx, tenantId, factId);
    if (!stored) throw new AppError("fact.not_found");
    const before = await getFactView(tx, actor, factId, today);
    demandVersion(context, before.version);
    if (!before.can[act]) throw new AppError("access.not_permitted");
    const basis = change.basis ?? before.basis;
    const named = change.consentId === undefined ? before.consentId : change.consentId;
    const consentId = basis === "consent" ? named : null;
    const papers = await gatherPapers(tx, {
      tenantId,
      personId: before.personId,
      timeZone: context.workspace.timeZone,
      today,
      kind: before.kind,
      consentId,
      exceptFactId: factId,
      isNew: change.value !== undefined || consentId !== before.consentId,
    });
    const isSeenAnew = change.value !== undefined || change.verifiedOn !== undefined;
    const hasNewPaper = consentId !== before.consentId;
    const wanted = {
      kind: before.kind,
      value: change.value ?? valueOf(ring, tenantId, factId, stored),
      basis,
      purpose: change.purpose || (hasNewPaper && papers.consent?.purpose) || before.purpose,
      source: change.source ?? before.source,
      consentId,
      verifiedOn: change.verifiedOn ?? (isSeenAnew ? today : before.verifiedOn),
      occasionOn: change.occasionOn ?? occasionOf(before.kind, before.expiresOn),
      expiresOn: change.expiresOn ?? null,
    };
    const longest = demandLawful(wanted, papers);
    const staysShort = !isSeenAnew && !hasNewPaper && !change.expiresOn && !change.occasionOn;
    const expiresOn = staysShort && before.expiresOn < longest ? before.expiresOn : longest;
    const { assessmentId } = papers;
    await saveFact(tx, tenantId, before, {
      ...factRow(ring, { tenantId, factId, assessmentId }, wanted, expiresOn),
      updated_at: context.now,
    });
    const subject = { kind: "fact", id: factId };
    await recordAudit(tx, context, act === "verify" ? "fact.verified" : "fact.corrected", subject, {
      personId: before.personId,
      kind: before.kind,
      expiresOn,
      ...(act === "correct" ? { fields: Object.keys(change) } : {}),
    });
    return getFactView(tx, actor, factId, today);
  });

const valueOf = (
  ring: KeyRing,
  tenantId: string,
  factId: string,
  stored: { value: FactView["value"]; value_sealed: Buffer | null },
): FactValue => {
  if (stored.value_sealed) return openFactValue(ring, tenantId, factId, stored.value_sealed);
  if (stored.value === null) throw new AppError("fact.value_unreadable");
  return stored.value;
};

/** The last day of an occasion is not stored: it is read back from the end that it set, never later than it was. */
const occasionOf = (kind: FactKind, expiresOn: IsoDay): IsoDay | null => {
  const { retention } = factRules[kind];
  if (retention.from !== "occasion") return null;
  return isoFromDayNumber((dayNumberFromIso(expiresOn) ?? 0) - retention.days);
};

const saveFact = (
  tx: Tx,
  tenantId: string,
  before: FactView,
  change: ReturnType<typeof factRow> & { updated_at: Date },
): Promise<unknown> =>
  tx
    .updateTable("fact")
    .set({ ...change, version: before.version + 1 })
    .where("tenant_id", "=", tenantId)
    .where("id", "=", before.id)
    .execute();
