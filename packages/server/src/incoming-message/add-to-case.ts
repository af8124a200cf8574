import { filingWordsAtMost } from "@mainstay/domain/public-case/filing-limit";
import { storeAttachment } from "../case-attachment/store-attachment.ts";
import { recordCaseEvent } from "../case/record-case-event.ts";
import type { AuditAuthor } from "../platform/audit/record-audit.ts";
import type { Tx } from "../platform/db/database-handles.ts";
import { AppError } from "../platform/http/app-error.ts";
import type { WaitingFile } from "./message-queries.ts";

/** Hangs the files of a message on its case; a case that is full takes no more, and nothing else stops for that. */
export const hangFiles = async (
  tx: Tx,
  author: AuditAuthor,
  onCase: { readonly caseId: string; readonly personId: string | null; readonly at: Date },
  files: readonly WaitingFile[],
): Promise<WaitingFile[]> => {
  const left: WaitingFile[] = [];
  for (const file of files) {
    if (!file.bytes) {
      left.push(file);
      continue;
    }
    try {
      await storeAttachment(tx, author, {
        caseId: onCase.caseId,
        fileName: file.name,
        bytes: file.bytes,
        at: onCase.at,
        userId: author.actor?.userId ?? null,
        personId: onCase.personId,
        isByCustomer: true,
      });
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== "case.attachment_too_many") throw error;
      left.push({ ...file, bytes: null, refusedBecause: "too_many" });
    }
  }
  return left;
};

/** What the customer wrote, in the timeline both sides read; so much of it as a page takes. */
export const addCustomerWords = (
  tx: Tx,
  author: AuditAuthor,
  event: {
    readonly caseId: string;
    readonly personId: string | null;
    readonly words: string;
    readonly at: Date;
    readonly detail: Readonly<Record<string, unknown>>;
  },
): Promise<unknown> =>
  recordCaseEvent(tx, {
    tenantId: author.tenantId,
    caseId: event.caseId,
    kind: "customer_wrote",
    at: event.at,
    byUserId: null,
    byPersonId: event.personId,
    isPublic: true,
    words: event.words.slice(0, filingWordsAtMost * 2),
    detail: event.detail,
  });
