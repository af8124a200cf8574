import type { Festival } from "@mainstay/domain/day/festival-name";
import type { ObligationKind } from "@mainstay/domain/obligation/obligation-kind";
import { dayEn } from "../day/en.ts";
import { dayZh } from "../day/zh.ts";
import type { Locale } from "../locale.ts";
import { glossaryEn } from "../glossary/en.ts";
import { glossaryZh } from "../glossary/zh.ts";

/** What a calendar program shows: titles of what is no plan of its own. Names organisations, never a customer's person. */
export interface FeedWords {
  readonly obligation: (account: string, kind: ObligationKind) => string;
  readonly handover: (account: string) => string;
  readonly cooperation: (account: string, years: number) => string;
  readonly festival: (festival: Festival) => string;
}

export const feedWords: Readonly<Record<Locale, FeedWords>> = {
  "zh-CN": {
    obligation: (account, kind) => `${account}：${glossaryZh.obligationKind[kind]}到期`,
    handover: (account) => `${account}：交接时限`,
    cooperation: (account, years) => `与 ${account} 合作满 ${years} 年`,
    festival: (festival) => dayZh.festival[festival],
  },
  en: {
    obligation: (account, kind) => `${account}: ${glossaryEn.obligationKind[kind]} due`,
    handover: (account) => `${account}: handover due`,
    cooperation: (account, years) =>
      `${account}: ${years} ${years === 1 ? "year" : "years"} of cooperation`,
    festival: (festival) => dayEn.festival[festival],
  },
};
