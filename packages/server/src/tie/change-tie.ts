import type { TieView } from "@mainstay/contract/tie";
import type { Context } from "../platform/access/context.ts";
import { demandVersion } from "../platform/access/demand.ts";
import { recordAudit } from "../platform/audit/record-audit.ts";
import { newId } from "../platform/clock/new-id.ts";
import type { Tx } from "../platform/db/database-handles.ts";
import { AppError } from "../platform/http/app-error.ts";
import { enqueueRelationshipRound } from "../relationship/enqueue-relationship-round.ts";
import { demandMapEdit } from "./draw-tie.ts";
import { changeTieRow, findTie, insertTie, lockTie } from "./tie-queries.ts";

type Locked = NonNullable<Awaited<ReturnType<typeof lockTie>>>;

/** What changing and ending have in common: find and lock it, may I, the version the caller saw, still drawn; then record. */
const workOnTie = (
  context: Context,
  tieId: string,
  done: "changed" | "ended",
  work: (tx: Tx, tie: Locked) => Promise<string>,
): Promise<TieView> =>
  context.write(async (tx) => {
    const { tenantId } = context;
    const tie = await lockTie(tx, tenantId, tieId);
    if (!tie) throw new AppError("tie.not_found");
    const { accountId, kind } = tie;
    await demandMapEdit(tx, context, accountId, kind);
    demandVersion(context, tie.version);
    if (tie.endedOn !== null) throw new AppError("tie.ended");
    const afterId = await work(tx, tie);
    await recordAudit(tx, context, `tie.${done}`, { kind: "tie", id: tieId }, { accountId, kind });
    await enqueueRelationshipRound(tx, tenantId, accountId);
    const after = await findTie(tx, tenantId, afterId);
    if (!after) throw new AppError("tie.not_found");
    return after;
  });

/**
 * Corrects the evidence, or judges the weight anew. A new weight of a tie from an earlier day is a judgement of today: the
 * old row ends, so that the map of that earlier day stays what it was, and the new one takes its place.
 */
export const changeTie = (
  context: Context,
  tieId: string,
  draft: { weight?: number | undefined; evidence?: string | undefined },
): Promise<TieView> =>
  workOnTie(context, tieId, "changed", async (tx, tie) => {
    const { tenantId, actor, today } = context;
    const weight = draft.weight ?? tie.weight;
    const evidence = draft.evidence ?? tie.evidence;
    if (weight === tie.weight || tie.notedOn >= today) {
      await changeTieRow(tx, tenantId, tie, { weight, evidence });
      return tie.id;
    }
    await changeTieRow(tx, tenantId, tie, { ended_on: today });
    const id = newId();
    const { accountId, kind, fromPersonId, toPersonId } = tie;
    const anew = { accountId, kind, fromPersonId, toPersonId, id, weight, evidence };
    await insertTie(tx, tenantId, actor.userId, { ...anew, notedOn: today });
    return id;
  });

/** Ends a tie today; it stays in the maps of the days before. */
export const endTie = (context: Context, tieId: string): Promise<TieView> =>
  workOnTie(context, tieId, "ended", async (tx, tie) => {
    const { tenantId, today } = context;
    const endedOn = tie.notedOn > today ? tie.notedOn : today;
    await changeTieRow(tx, tenantId, tie, { ended_on: endedOn });
    return tie.id;
  });
