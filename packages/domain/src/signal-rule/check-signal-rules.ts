import type { SignalRules } from "./signal-rules.ts";

/** What contradicts itself in a set of rules. */
export const signalRuleFaults = ["contract_days_not_falling", "threads_not_rising"] as const;
export type SignalRuleFault = (typeof signalRuleFaults)[number];

/** Faults between thresholds; single values are bounded by the contract's shapes. */
export const findSignalRuleFaults = ({
  contract,
  relationship,
}: SignalRules): SignalRuleFault[] => {
  const { watchDays, actDays, urgentDays, criticalDays } = contract;
  const isFalling = watchDays >= actDays && actDays >= urgentDays && urgentDays >= criticalDays;
  return [
    ...(isFalling ? [] : (["contract_days_not_falling"] as const)),
    ...(relationship.comfortableThreads >= relationship.fewestThreads
      ? []
      : (["threads_not_rising"] as const)),
  ];
};
