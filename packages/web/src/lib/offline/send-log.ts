import type { QuickLogDraft, QuickLogView } from "@mainstay/contract/quick-log";
import { quickLogsPath } from "@mainstay/contract/quick-log-path";
import { apiPrefix, csrfHeader } from "@mainstay/contract/endpoint/headers";

export type Sending =
  | { readonly outcome: "saved"; readonly view: QuickLogView }
  /** No way to the server now, or it is too busy. */
  | { readonly outcome: "later" }
  | { readonly outcome: "sign_in" }
  | { readonly outcome: "refused"; readonly code: string; readonly words: string };

const busy = new Set([408, 425, 429]);

/** Sends one log; never throws. Sending it again is harmless: its reference makes it one. */
export const sendLog = async (draft: QuickLogDraft, locale: string): Promise<Sending> => {
  try {
    const response = await fetch(`${apiPrefix}${quickLogsPath}`, {
      method: "POST",
      credentials: "same-origin",
      headers: {
        accept: "application/json",
        "accept-language": locale,
        "content-type": "application/json",
        [csrfHeader]: "1",
      },
      body: JSON.stringify(draft),
    });
    const body = (await response.json()) as QuickLogView & { code?: string; detail?: string };
    if (response.ok) return { outcome: "saved", view: body };
    if (response.status === 401) return { outcome: "sign_in" };
    if (response.status >= 500 || busy.has(response.status) || body.code === undefined)
      return { outcome: "later" };
    return { outcome: "refused", code: body.code, words: body.detail ?? "" };
  } catch {
    return { outcome: "later" };
  }
};
