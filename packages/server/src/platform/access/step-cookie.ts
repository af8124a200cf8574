import type { KeyRing } from "../secrets/key-ring.ts";
import { open, seal } from "../secrets/seal.ts";

/** Signing in over several requests: what was asked or proved so far, kept by the browser and sealed by us. */
export const stepKinds = ["code", "passkey", "new_passkey", "single_sign_on"] as const;
export type StepKind = (typeof stepKinds)[number];

/** How long a step may take. */
export const stepLivesMs: Readonly<Record<StepKind, number>> = {
  code: 5 * 60_000,
  passkey: 5 * 60_000,
  new_passkey: 5 * 60_000,
  single_sign_on: 15 * 60_000,
};

export const stepCookie = (kind: StepKind): string => `mainstay_step_${kind}`;

const placeOf = (kind: StepKind) => ({ tenantId: "", table: "step", rowId: kind });

/** The text of a step's cookie: sealed, so that the browser can neither read nor make one, and dated. */
export const writeStep = (ring: KeyRing, kind: StepKind, state: object, now: Date): string => {
  const until = now.getTime() + stepLivesMs[kind];
  return seal(ring, placeOf(kind), JSON.stringify({ state, until })).toString("base64url");
};

/** What `writeStep` kept; null when there is none, it is another kind's, was changed, or is too old. */
export const readStep = <State>(
  ring: KeyRing,
  kind: StepKind,
  cookie: string | undefined,
  now: Date,
): State | null => {
  if (!cookie) return null;
  try {
    const text = open(ring, placeOf(kind), Buffer.from(cookie, "base64url"));
    const { state, until } = JSON.parse(text) as { state: State; until: number };
    return until > now.getTime() ? state : null;
  } catch {
    return null;
  }
};
