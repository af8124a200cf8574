import type {
  FoundFault,
  ServicePolicyFault,
} from "@mainstay/domain/service-policy/check-service-policy";
import type { Locale } from "../locale.ts";
import { glossaryEn } from "../glossary/en.ts";
import { glossaryZh } from "../glossary/zh.ts";
import { lineKey } from "../service-policy/line-key.ts";
import { servicePolicyEn } from "../service-policy/en.ts";
import { servicePolicyZh } from "../service-policy/zh.ts";

const words: Record<Locale, Record<ServicePolicyFault, string>> = {
  "zh-CN": {
    duty_without_contact: "“{line}”的“{duty}”没有写明哪些互动算数。",
    solve_before_reply: "“{line}”的解决时限短于回复时限。",
    green_not_faster: "“{line}”的绿色通道并不比普通回复更快。",
    nothing_said: "所有行都是空的，等于什么也不承诺。",
  },
  en: {
    duty_without_contact: "“{line}” does not say which contacts count for “{duty}”.",
    solve_before_reply: "“{line}” demands a solution sooner than a reply.",
    green_not_faster: "The green channel of “{line}” is no faster than an ordinary reply.",
    nothing_said: "Every line is empty, so nothing would be owed to anybody.",
  },
};

/** What is wrong with a service policy, as a sentence. */
export const servicePolicyFaultWords = (
  { fault, line, kind }: FoundFault,
  locale: Locale,
): string => {
  const names = locale === "en" ? servicePolicyEn : servicePolicyZh;
  const { obligationKind } = locale === "en" ? glossaryEn : glossaryZh;
  return words[locale][fault]
    .replace("{line}", line === null ? "" : names.line[lineKey(line)])
    .replace("{duty}", kind === null ? "" : obligationKind[kind]);
};
