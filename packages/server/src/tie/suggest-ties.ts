import type { TieSuggestion } from "@mainstay/contract/tie";
import { suggestBackgroundTies } from "@mainstay/domain/tie/suggest-background-ties";
import { findAccount } from "../account/account-queries.ts";
import type { Context } from "../platform/access/context.ts";
import { AppError } from "../platform/http/app-error.ts";
import { listBackgroundFacts, listTiesOn } from "./tie-queries.ts";

/** Shared-background ties that facts speak for; who may not come near class P reads no such fact and gets none. */
export const suggestTies = (context: Context, accountId: string): Promise<TieSuggestion[]> =>
  context.read(async (db) => {
    const { tenantId, today } = context;
    if (!(await findAccount(db, tenantId, accountId))) throw new AppError("account.not_found");
    const facts = await listBackgroundFacts(db, tenantId, accountId, today);
    if (facts.length === 0) return [];
    const drawn = await listTiesOn(db, { tenantId, accountId, asOf: today });
    const keyOf = (tie: { kind: string; fromPersonId: string; toPersonId: string }) =>
      `${tie.kind}:${tie.fromPersonId}:${tie.toPersonId}`;
    const known = new Set(drawn.map(keyOf));
    return suggestBackgroundTies(facts, (tie) => known.has(keyOf(tie)));
  });
