import type { SignalKind } from "../signal/signal-kind.ts";
import type { SignalRules } from "./signal-rules.ts";

/** Whether the rules want an order signal raised: its kind is on, it is likely enough and enough money hangs on it. */
export const passesOrderRule = (
  { off, order }: Pick<SignalRules, "off" | "order">,
  signal: { kind: SignalKind; probability: number | null; moneyAtStake: number },
): boolean =>
  !off.includes(signal.kind) &&
  (signal.probability === null || signal.probability >= order.leastProbability) &&
  signal.moneyAtStake >= order.leastMoneyMinor;
