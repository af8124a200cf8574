import type { NeedView, NoteNeed } from "@mainstay/contract/need";
import { mayNoteNeed } from "@mainstay/domain/need/need-policy";
import type { z } from "zod";
import { findAccount } from "../account/account-queries.ts";
import { teamOf } from "../account/account-view.ts";
import type { Context } from "../platform/access/context.ts";
import { AppError } from "../platform/http/app-error.ts";
import { demandNeedOrigin } from "./need-origin.ts";
import { getNeedView } from "./need-view.ts";
import { noteNeed } from "./note-need.ts";

/** Somebody of ours notes a need at an account, by itself or with one click from a complaint, an answer or a visit. */
export const noteNeedAt = (
  context: Context,
  accountId: string,
  wanted: z.output<typeof NoteNeed>,
): Promise<NeedView> =>
  context.write(async (tx) => {
    const { tenantId, actor, today, now } = context;
    const account = await findAccount(tx, tenantId, accountId);
    if (!account) throw new AppError("account.not_found");
    if (!mayNoteNeed(actor, teamOf(account))) throw new AppError("access.not_permitted");
    if (wanted.origin) await demandNeedOrigin(tx, tenantId, accountId, wanted.origin);
    const { needId } = await noteNeed(tx, context, { ...wanted, accountId, today, now });
    return getNeedView(tx, context, needId);
  });
