import { type CaseAuthor, type CaseWanted, openCase } from "../case/open-case.ts";
import type { Tx } from "../platform/db/database-handles.ts";
import { AppError } from "../platform/http/app-error.ts";

/** Opens a case from what came in by itself; null where nobody is left to answer for it, so that somebody sorts it. */
export const openIfAnybodyAnswers = async (
  tx: Tx,
  author: CaseAuthor,
  wanted: CaseWanted,
): Promise<{ caseId: string; number: number } | null> => {
  try {
    return await openCase(tx, author, wanted);
  } catch (error) {
    if (error instanceof AppError && error.code === "case.no_responder") return null;
    throw error;
  }
};
