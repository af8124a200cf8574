import type { RobotKind } from "@mainstay/domain/robot/robot-kind";
import type { RobotAnswer } from "../platform/outside/outside-world.ts";

/** How a message ended. `later`: trying again may help; `restMs` how long the robot must be left alone. */
export type RobotOutcome =
  | { readonly kind: "sent" }
  | { readonly kind: "never"; readonly reason: string }
  | { readonly kind: "later"; readonly reason: string; readonly restMs: number };

const minute = 60_000;

/** Codes after which the same message may be taken later, and how long to leave the robot alone. */
const passing: Readonly<Record<number, number>> = {
  [-1]: 0, // the platform is busy
  45009: minute, // WeCom: too many calls
  130101: 10 * minute, // DingTalk: too many messages, closed for ten minutes
  11232: minute, // Feishu: too many messages
};

/**
 * Judges by the body: these platforms answer refusals with HTTP 200. Only a body that says zero is a success. Network, 5xx,
 * 429 and throttling pass; a wrong key, signature, keyword, address or body does not.
 */
export const judgeRobotAnswer = (kind: RobotKind, { status, text }: RobotAnswer): RobotOutcome => {
  if (status === 0 && text === "host_not_allowed") return { kind: "never", reason: text };
  if (status === 0) return { kind: "later", reason: text.slice(0, 100), restMs: 0 };
  if (status === 429) return { kind: "later", reason: "HTTP 429", restMs: minute };
  if (status >= 500) return { kind: "later", reason: `HTTP ${status}`, restMs: 0 };
  if (status >= 300) return { kind: "never", reason: `HTTP ${status}` };
  const body = parse(text);
  const code =
    kind === "feishu" || kind === "lark" ? (body?.code ?? body?.StatusCode) : body?.errcode;
  if (code === 0) return { kind: "sent" };
  if (typeof code !== "number") {
    return { kind: "later", reason: `HTTP ${status}, no code`, restMs: 0 };
  }
  const said = body?.errmsg ?? body?.msg;
  const reason = `${code}${typeof said === "string" ? ` ${said.slice(0, 200)}` : ""}`;
  const restMs = passing[code];
  return restMs === undefined ? { kind: "never", reason } : { kind: "later", reason, restMs };
};

interface AnswerBody {
  readonly errcode?: unknown;
  readonly errmsg?: unknown;
  readonly code?: unknown;
  readonly StatusCode?: unknown;
  readonly msg?: unknown;
}

const parse = (text: string): AnswerBody | null => {
  try {
    const body: unknown = JSON.parse(text);
    return typeof body === "object" && body !== null ? (body as AnswerBody) : null;
  } catch {
    return null;
  }
};
