import type { CaseView, cases } from "@mainstay/contract/case";
import { isPermitted } from "@mainstay/domain/access/permission";
import { mayOpenCase } from "@mainstay/domain/case/case-policy";
import type { z } from "zod";
import { findAccount } from "../account/account-queries.ts";
import { teamOf } from "../account/account-view.ts";
import type { Context } from "../platform/access/context.ts";
import { AppError } from "../platform/http/app-error.ts";
import { demandReferences } from "./case-references.ts";
import { getCaseView } from "./case-view.ts";
import { demandCaseWorker } from "./case-worker.ts";
import { openCase } from "./open-case.ts";

type Draft = z.output<NonNullable<typeof cases.open.body>>;

/**
 * 首问受理 One of us takes a case in: by call, visit, message. Whoever enters it answers for it, or the colleague they name; where the
 * complaint is about them, or their role does not work on cases, the rule picks.
 */
export const takeCase = (context: Context, accountId: string, draft: Draft): Promise<CaseView> =>
  context.write(async (tx) => {
    const { tenantId, actor } = context;
    const account = await findAccount(tx, tenantId, accountId);
    if (!account) throw new AppError("account.not_found");
    if (!mayOpenCase(actor, teamOf(account))) throw new AppError("access.not_permitted");
    await demandReferences(tx, tenantId, accountId, draft);
    const { firstResponderUserId, complainedUserIds, sourceResponseId } = draft;
    if (firstResponderUserId !== null)
      await demandCaseWorker(tx, tenantId, {
        accountId,
        userId: firstResponderUserId,
        complainedUserIds,
      });
    const takesItself =
      isPermitted({ ...actor, scopes: null }, "case.work") &&
      !complainedUserIds.includes(actor.userId);
    const { caseId } = await openCase(tx, context, {
      ...draft,
      accountId,
      firstResponderId: firstResponderUserId ?? (takesItself ? actor.userId : null),
      ...(sourceResponseId !== null && {
        sourceKind: "survey_response" as const,
        sourceId: sourceResponseId,
      }),
    });
    return getCaseView(tx, context, caseId);
  });
