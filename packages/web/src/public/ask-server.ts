import { apiPrefix } from "@mainstay/contract/endpoint/headers";
import type { Problem } from "@mainstay/contract/error/problem";
import type { Locale } from "@mainstay/phrases/locale";

/** How an answer was refused, as far as the page must tell one refusal from another. */
export type RefusalKind =
  | "invalid"
  | "expired"
  | "used"
  | "too_many"
  | "unreachable"
  | "failed"
  | "refused";

export interface Refusal {
  readonly kind: RefusalKind;
  /** The server's code, for a page that knows more about it. */
  readonly code: string | null;
  /** What the server says of it in the reader's language. */
  readonly words: string | null;
  /** How long to wait after too many requests. */
  readonly seconds: number;
  readonly fields: readonly { readonly path: string; readonly words: string }[];
}

/** What the server says: an answer or a refusal, never an exception. */
export type Told<Answer> = { readonly answer: Answer } | { readonly refusal: Refusal };

export interface Ask {
  readonly path: string;
  readonly locale: Locale;
  /** Sent as JSON; a `FormData` (a file with its fields) as it is. */
  readonly body: Readonly<Record<string, unknown>> | FormData;
  /** May the request reach the server twice when the line breaks? False where a second one would do harm. */
  readonly isRepeatable?: boolean;
  readonly timeoutMs?: number;
}

const kinds: Readonly<Record<string, RefusalKind>> = {
  "public_link.invalid": "invalid",
  "public_link.expired": "expired",
  "public_link.used": "used",
  "request.too_many": "too_many",
};

const nothing = { code: null, words: null, seconds: 0, fields: [] };

/** Asks the server about the link, with a limit of time; a line that breaks is tried once more. */
export const askServer = async <Answer>(ask: Ask): Promise<Told<Answer>> => {
  const tries = ask.isRepeatable === false ? 1 : 2;
  for (let left = tries; left > 0; left--) {
    try {
      return await tell<Answer>(await send(ask));
    } catch {
      if (left > 1) await new Promise((done) => setTimeout(done, 700));
    }
  }
  return { refusal: { kind: "unreachable", ...nothing } };
};

const send = ({ path, locale, body, timeoutMs = 20_000 }: Ask): Promise<Response> =>
  fetch(`${apiPrefix}${path}`, {
    method: "POST",
    headers: {
      "accept-language": locale,
      ...(body instanceof FormData ? {} : { "content-type": "application/json" }),
    },
    body: body instanceof FormData ? body : JSON.stringify(body),
    credentials: "omit",
    signal: AbortSignal.timeout(timeoutMs),
  });

const tell = async <Answer>(response: Response): Promise<Told<Answer>> => {
  if (response.status === 204) return { answer: undefined as Answer };
  if (response.ok) return { answer: (await response.json()) as Answer };
  return { refusal: await refusalOf(response) };
};

const refusalOf = async (response: Response): Promise<Refusal> => {
  const { status } = response;
  const problem = (await response.json().catch(() => null)) as Problem | null;
  // What stands before the server (a proxy, a tunnel) answers without words of ours.
  if (problem === null || typeof problem.code !== "string")
    return {
      ...nothing,
      kind: status === 502 || status === 503 || status === 504 ? "unreachable" : "failed",
    };
  const seconds = Number(problem.params?.["seconds"]);
  return {
    kind: kinds[problem.code] ?? (status >= 500 ? "failed" : "refused"),
    code: problem.code,
    words: problem.detail,
    seconds: Number.isFinite(seconds) ? seconds : 60,
    fields: (problem.fields ?? []).map(({ path, detail }) => ({ path, words: detail })),
  };
};
