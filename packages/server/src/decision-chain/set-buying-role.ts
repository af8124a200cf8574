import type { decisionChains } from "@mainstay/contract/decision-chain";
import type { BuyingRole } from "@mainstay/domain/buying-role/buying-role";
import { type CoachEvidence, missingCoachTest } from "@mainstay/domain/buying-role/coach-evidence";
import type { z } from "zod";
import type { Context } from "../platform/access/context.ts";
import { type AuditAuthor, recordAudit } from "../platform/audit/record-audit.ts";
import { newId } from "../platform/clock/new-id.ts";
import type { Tx } from "../platform/db/database-handles.ts";
import { AppError } from "../platform/http/app-error.ts";
import { enqueueRelationshipRound } from "../relationship/enqueue-relationship-round.ts";
import {
  deleteBuyingRole,
  findEconomicBuyer,
  lockBuyingRole,
  type RoleScope,
  replaceCoachTests,
  upsertBuyingRole,
} from "./buying-role-queries.ts";
import { demandChainPerson, demandOpenProject } from "./find-chain-person.ts";

export interface RolePlacement extends RoleScope {
  readonly personId: string;
  /** Null takes the role away. */
  readonly role: BuyingRole | null;
  readonly coachTests?: readonly CoachEvidence[];
  readonly replaceEconomicBuyer?: boolean;
}

/**
 * Puts a buying role in place inside an open transaction, for the verb and for imports; the caller has already found the
 * person at the account. `chain.economic_buyer_taken` names who has the role; `chain.coach_untested` unless all three tests
 * have a sentence. Orders the measures anew.
 */
export const placeBuyingRole = async (
  tx: Tx,
  author: AuditAuthor,
  today: string,
  placement: RolePlacement,
): Promise<void> => {
  const { tenantId } = author;
  const { accountId, projectId, personId, role, coachTests = [] } = placement;
  const before = await lockBuyingRole(tx, tenantId, placement, personId);
  const note = (act: `buying_role.${string}`, whose: string, detail: object) =>
    recordAudit(
      tx,
      author,
      act,
      { kind: "person", id: whose },
      { accountId, projectId, ...detail },
    );
  if (role === null) {
    if (!before) return;
    await deleteBuyingRole(tx, tenantId, before.id);
    await note("buying_role.removed", personId, { was: before.role });
    return enqueueRelationshipRound(tx, tenantId, accountId);
  }
  if (role === "coach") {
    const missing = missingCoachTest(coachTests);
    if (missing) throw new AppError("chain.coach_untested", { test: missing });
  }
  if (role === "economic_buyer") {
    const other = await findEconomicBuyer(tx, tenantId, placement);
    if (other && other.person_id !== personId) {
      const { name } = other;
      if (!placement.replaceEconomicBuyer)
        throw new AppError("chain.economic_buyer_taken", { name });
      await deleteBuyingRole(tx, tenantId, other.id);
      await note("buying_role.removed", other.person_id, { was: role });
    }
  }
  const setBy = author.actor?.userId ?? null;
  const roleId = await upsertBuyingRole(tx, tenantId, {
    accountId,
    projectId,
    personId,
    role,
    setBy,
    id: newId(),
    coachTestedOn: role === "coach" ? today : null,
  });
  const of = { roleId, accountId, personId, notedBy: setBy, on: today };
  await replaceCoachTests(tx, tenantId, of, role === "coach" ? coachTests : []);
  await note("buying_role.set", personId, { role, was: before?.role ?? null });
  return enqueueRelationshipRound(tx, tenantId, accountId);
};

type Body = z.output<NonNullable<typeof decisionChains.setRole.body>>;

/** Sets or takes away what a person does in the purchase, for the account or one of its open projects. */
export const setBuyingRole = (
  context: Context,
  params: { accountId: string; personId: string },
  body: Body,
) =>
  context.write(async (tx) => {
    const { accountId, personId } = params;
    await demandChainPerson(tx, context, "setRole", accountId, personId);
    await demandOpenProject(tx, context.tenantId, accountId, body.projectId);
    await placeBuyingRole(tx, context, context.today, { ...params, ...body });
    return { personId, projectId: body.projectId, role: body.role };
  });
