import { attachmentName } from "@mainstay/domain/case-attachment/attachment-name";
import {
  attachmentLimitBytes,
  attachmentTypeOf,
} from "@mainstay/domain/case-attachment/attachment-type";
import { messageFilesAtMost } from "@mainstay/domain/incoming-message/incoming-limit";
import type { WaitingFile } from "./message-queries.ts";
import type { IncomingFile } from "./parse-mail.ts";

/** Which files of a message are taken: as those of a case are, by their bytes; of the others name, size and why not. */
export const judgeFiles = (files: readonly IncomingFile[]): WaitingFile[] =>
  files.slice(0, messageFilesAtMost * 3).map(({ name, bytes }, at) => {
    const shown = name.slice(-120);
    const sizeBytes = bytes.byteLength;
    const refuse = (refusedBecause: NonNullable<WaitingFile["refusedBecause"]>): WaitingFile => ({
      name: shown,
      mediaType: null,
      sizeBytes,
      refusedBecause,
      bytes: null,
    });
    if (at >= messageFilesAtMost) return refuse("too_many");
    if (sizeBytes > attachmentLimitBytes) return refuse("too_large");
    const mediaType = attachmentTypeOf(bytes);
    if (mediaType === null) return refuse("type");
    const kept = attachmentName(name, mediaType);
    if (kept === null) return refuse("false_name");
    return { name: kept, mediaType, sizeBytes, refusedBecause: null, bytes };
  });
