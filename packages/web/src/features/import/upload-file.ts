import { imports, type ImportBatchView } from "@mainstay/contract/import";
import { csrfHeader } from "@mainstay/contract/endpoint/headers";
import type { ImportKind } from "@mainstay/domain/import/import-kind";
import { addressOf } from "../../lib/call.ts";
import { spokenLocale } from "../../lib/preferences.ts";
import { AppProblem } from "../../lib/problem.ts";
import { readProblem } from "../../lib/read-problem.ts";

const answerOf = async (request: XMLHttpRequest): Promise<ImportBatchView> => {
  const requestId = request.getResponseHeader("x-request-id");
  const headers: Record<string, string> = requestId === null ? {} : { "x-request-id": requestId };
  const response = new Response(request.responseText, { status: request.status, headers });
  if (request.status >= 300) throw await readProblem(response);
  return (await response.json()) as ImportBatchView;
};

/** Sends a file with progress (0–1); the one act for which the browser's fetch cannot tell how far it is. */
export const uploadFile = (
  kind: ImportKind,
  file: File,
  onProgress: (share: number) => void,
  signal: AbortSignal,
): Promise<ImportBatchView> =>
  new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", addressOf(imports.upload, {}, { kind }));
    request.setRequestHeader(csrfHeader, "1");
    request.setRequestHeader("accept-language", spokenLocale());
    request.upload.onprogress = (event) =>
      onProgress(event.lengthComputable ? event.loaded / event.total : 0);
    request.onload = () => void answerOf(request).then(resolve, reject);
    request.onerror = () => reject(new AppProblem("network.unreachable", 0, "", null));
    request.onabort = () => reject(new DOMException("aborted", "AbortError"));
    signal.addEventListener("abort", () => request.abort());
    const form = new FormData();
    form.append("file", file, file.name);
    request.send(form);
  });
