import type { TodayView, today } from "@mainstay/contract/today";
import { opensWithAll } from "@mainstay/domain/today/today-item";
import type { z } from "zod";
import { findNewestFullRun } from "../evaluation/evaluation-run-queries.ts";
import type { Context } from "../platform/access/context.ts";
import type { Db } from "../platform/db/database-handles.ts";
import { readHeadline } from "./today-headline.ts";
import { readHoldings } from "./today-holdings.ts";
import { listTodayItems } from "./today-items.ts";

type Query = z.output<NonNullable<typeof today.get.query>>;

/** The Today page: what needs whom now, why, and how much is at stake. */
export const readTodayScreen = async (
  db: Db,
  context: Context,
  query: Query,
): Promise<TodayView> => {
  const whose = query.whose ?? (opensWithAll(context.actor.role) ? "all" : "me");
  const { headline, owners } = await readHeadline(db, context);
  const listed = await listTodayItems(db, context, { ...query, whose });
  const { asOf, proposals, ...holdings } = await readHoldings(db, context);
  return {
    today: context.today,
    asOf,
    baseCurrency: context.workspace.baseCurrency,
    whose,
    headline,
    ...listed,
    segmentProposals: proposals,
    holdings,
    lastRun: await findNewestFullRun(db, context.tenantId),
    owners,
  };
};
