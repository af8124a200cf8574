import type { surveyAnswering } from "@mainstay/contract/survey-response";
import type { z } from "zod";
import type { PublicContext } from "../platform/access/context.ts";
import type { Database } from "../platform/db/open-database.ts";
import { withTenant } from "../platform/db/open-transaction.ts";
import { systemScope } from "../platform/db/tenant-scope.ts";
import { readLinkToken } from "../public-link/find-public-link.ts";
import type { AnswerAuthor } from "./after-answer.ts";
import { wholeSheet } from "./checked-answers.ts";
import { handInNamed } from "./hand-in-named.ts";
import { handInUnnamed } from "./hand-in-unnamed.ts";
import { getSheet } from "./sheet-queries.ts";

export type HandIn = z.output<NonNullable<typeof surveyAnswering.complete.body>>;

/**
 * Hands in a whole sheet. With a name it counts from now on and may be handed in anew until the round closes; without one
 * it is final. What follows an answer (`after-answer.ts`) happens in the same transaction.
 */
export const completeAnswers = (
  database: Database,
  context: PublicContext,
  body: HandIn,
): Promise<{ mayChange: boolean }> => {
  const { tenantId, secret } = readLinkToken(body.token);
  const { now, requestId } = context;
  return withTenant(database, systemScope(tenantId), async (tx) => {
    const sheet = await getSheet(tx, tenantId, secret, now, { lock: true });
    const answers = wholeSheet(sheet, body.answers);
    const author: AnswerAuthor = { tenantId, actor: null, requestId, now, today: sheet.today };
    const locale = body.locale ?? context.locale;
    if (sheet.invitation === null || sheet.isAnonymous) {
      await handInUnnamed(tx, author, sheet, answers, { ...body, locale });
      return { mayChange: false };
    }
    await handInNamed(tx, author, sheet, sheet.invitation, answers, locale);
    return { mayChange: true };
  });
};
