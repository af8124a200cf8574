import type { FactView, facts } from "@mainstay/contract/fact";
import type { BodyOf } from "@mainstay/contract/endpoint/endpoint";
import { factRules } from "@mainstay/domain/fact/fact-kind";
import type { Context } from "../platform/access/context.ts";
import { recordAudit } from "../platform/audit/record-audit.ts";
import { newId } from "../platform/clock/new-id.ts";
import { AppError } from "../platform/http/app-error.ts";
import type { KeyRing } from "../platform/secrets/key-ring.ts";
import { gatherPapers } from "./fact-papers.ts";
import { getFactView } from "./fact-queries.ts";
import { demandLawful, factRow, settlePrompt } from "./keep-fact.ts";

/** Enters a fact about a person, if basis, consent, assessment and retention allow it; nothing is half-saved. */
export const enterFact = (
  context: Context,
  ring: KeyRing,
  personId: string,
  draft: BodyOf<typeof facts.enter>,
): Promise<FactView> =>
  context.write(async (tx) => {
    const { tenantId, actor, today } = context;
    const { class: ofClass } = factRules[draft.kind];
    const consentId = draft.basis === "consent" ? (draft.consentId ?? null) : null;
    const papers = await gatherPapers(tx, {
      tenantId,
      personId,
      timeZone: context.workspace.timeZone,
      today,
      kind: draft.kind,
      consentId,
      exceptFactId: null,
      isNew: true,
    });
    if (!actor.factClasses.includes(ofClass)) throw new AppError("access.not_permitted");
    const wanted = {
      kind: draft.kind,
      value: draft.value,
      basis: draft.basis,
      purpose: draft.purpose || papers.consent?.purpose || "",
      source: draft.source ?? "",
      consentId,
      verifiedOn: draft.verifiedOn ?? today,
      occasionOn: draft.occasionOn ?? null,
      expiresOn: draft.expiresOn ?? null,
    };
    const expiresOn = demandLawful(wanted, papers);
    const factId = newId();
    const { assessmentId } = papers;
    await tx
      .insertInto("fact")
      .values({
        tenant_id: tenantId,
        id: factId,
        person_id: personId,
        ...factRow(ring, { tenantId, factId, assessmentId }, wanted, expiresOn),
        collected_by: actor.userId,
        collected_on: today,
      })
      .execute();
    await settlePrompt(tx, tenantId, personId, draft.kind);
    const { kind, basis } = wanted;
    const subject = { kind: "fact", id: factId };
    const detail = { personId, kind, class: ofClass, basis, consentId, expiresOn };
    await recordAudit(tx, context, "fact.entered", subject, detail);
    return getFactView(tx, actor, factId, today);
  });
