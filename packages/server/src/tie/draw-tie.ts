import type { TieView, ties } from "@mainstay/contract/tie";
import { mapAbilities } from "@mainstay/domain/relationship-map/map-policy";
import type { TieKind } from "@mainstay/domain/tie/tie-kind";
import { isPersonalTie, keptEnds } from "@mainstay/domain/tie/tie-rules";
import type { z } from "zod";
import { findAccount } from "../account/account-queries.ts";
import { teamOf } from "../account/account-view.ts";
import type { Context } from "../platform/access/context.ts";
import { recordAudit } from "../platform/audit/record-audit.ts";
import { newId } from "../platform/clock/new-id.ts";
import type { Tx } from "../platform/db/database-handles.ts";
import { AppError } from "../platform/http/app-error.ts";
import { enqueueRelationshipRound } from "../relationship/enqueue-relationship-round.ts";
import { findTie, insertTie, listTieEnds } from "./tie-queries.ts";

type Draft = z.output<NonNullable<typeof ties.draw.body>>;

/** Draws a line between two people of an account; today is the day it counts from. */
export const drawTie = (context: Context, accountId: string, draft: Draft): Promise<TieView> =>
  context.write(async (tx) => {
    const { tenantId, actor, today } = context;
    await demandMapEdit(tx, context, accountId, draft.kind);
    await demandEnds(tx, context, accountId, draft);
    const [fromPersonId, toPersonId] = keptEnds(draft.kind, draft.fromPersonId, draft.toPersonId);
    const id = newId();
    await insertTie(tx, tenantId, actor.userId, {
      id,
      accountId,
      kind: draft.kind,
      fromPersonId,
      toPersonId,
      weight: draft.weight ?? 2,
      evidence: draft.evidence ?? "",
      notedOn: today,
    });
    // Who likes or resents whom is class P and must be deletable: the audit, which is neither, gets no names of a personal tie.
    const ends = isPersonalTie(draft.kind) ? {} : { fromPersonId, toPersonId };
    const detail = { accountId, kind: draft.kind, ...ends };
    await recordAudit(tx, context, "tie.drawn", { kind: "tie", id }, detail);
    await enqueueRelationshipRound(tx, tenantId, accountId);
    const drawn = await findTie(tx, tenantId, id);
    if (!drawn) throw new AppError("tie.not_found");
    return drawn;
  });

/** Refuses who may not edit the map of the account, and personal ties to who may not come near class P. */
export const demandMapEdit = async (
  tx: Tx,
  { tenantId, actor }: Context,
  accountId: string,
  kind: TieKind,
): Promise<void> => {
  const account = await findAccount(tx, tenantId, accountId);
  if (!account) throw new AppError("account.not_found");
  const can = mapAbilities(actor, teamOf(account));
  if (!can.edit || (isPersonalTie(kind) && !can.seeProfiles))
    throw new AppError("access.not_permitted");
};

/** Both ends must be different people, in sight, at work here now, and for a personal tie free of objection and restriction. */
const demandEnds = async (
  tx: Tx,
  { tenantId, today }: Context,
  accountId: string,
  { kind, fromPersonId, toPersonId }: Draft,
): Promise<void> => {
  if (fromPersonId === toPersonId) throw new AppError("tie.to_oneself");
  const ends = await listTieEnds(tx, tenantId, accountId, [fromPersonId, toPersonId], today);
  if (ends.length < 2) throw new AppError("person.not_found");
  if (ends.some(({ isHere }) => !isHere)) throw new AppError("tie.person_not_here");
  if (isPersonalTie(kind) && ends.some(({ restsFromProfiles }) => restsFromProfiles))
    throw new AppError("tie.person_objects");
};
