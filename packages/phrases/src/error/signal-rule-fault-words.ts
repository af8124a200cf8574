import type { SignalRuleFault } from "@mainstay/domain/signal-rule/check-signal-rules";
import type { Locale } from "../locale.ts";

/** What is wrong with signal rules that contradict themselves, each as a sentence. */
export const signalRuleFaultWords: Record<Locale, Record<SignalRuleFault, string>> = {
  "zh-CN": {
    contract_days_not_falling: "合同到期的四个天数不能后面的比前面的大。",
    threads_not_rising: "“放心”的往来人数不能少于“报警”的人数。",
  },
  en: {
    contract_days_not_falling:
      "The four numbers of days before a contract's end must not rise one after the other.",
    threads_not_rising: "The comfortable number of contacts cannot be below the alarming one.",
  },
};
