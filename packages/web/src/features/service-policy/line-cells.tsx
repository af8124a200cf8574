import {
  type DutyKind,
  dutyKinds,
  type PolicyLine,
} from "@mainstay/domain/service-policy/service-terms";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useMoneyText } from "../../components/money.tsx";
import { usePreferences } from "../../lib/preferences.ts";
import { useSession } from "../../lib/session.ts";

/** The terms of the table in their order. */
export const lineTerms = [
  ...dutyKinds,
  "seats",
  "clocks",
  "greenChannelHours",
  "serviceMode",
  "benefitBudgetMinor",
] as const;
export type LineTerm = (typeof lineTerms)[number];

const isDuty = (term: LineTerm): term is DutyKind =>
  (dutyKinds as readonly string[]).includes(term);

/** What a line says about each term, in words; null where it says nothing. */
export const useLineCells = () => {
  const { t } = useTranslation();
  const { locale } = usePreferences();
  const { workspace } = useSession();
  const money = useMoneyText();
  const list = (words: string[], type: "conjunction" | "disjunction") =>
    new Intl.ListFormat(locale, { type }).format(words);
  const hours = (count: number) => t("servicePolicy.hours", { count });
  const title = (term: LineTerm): string =>
    isDuty(term) ? t(`glossary.obligationKind.${term}`) : t(`servicePolicy.${term}`);
  const cell = (
    line: PolicyLine | undefined,
    term: LineTerm,
  ): { main: ReactNode; about?: string } | null => {
    if (!line) return null;
    if (isDuty(term)) {
      const duty = line.duties?.[term];
      if (!duty) return null;
      return {
        main: t(`glossary.cadence.${duty.every}`),
        about:
          duty.contactKinds.length === 0
            ? t("servicePolicy.byWord")
            : list(
                duty.contactKinds.map((kind) => t(`glossary.interactionKind.${kind}`)),
                "disjunction",
              ),
      };
    }
    switch (term) {
      case "seats":
        return line.seats?.length
          ? {
              main: list(
                line.seats.map((seat) => t(`glossary.seat.${seat}`)),
                "conjunction",
              ),
            }
          : null;
      case "clocks": {
        const said = (["replyHours", "solveHours"] as const).flatMap((name) => {
          const count = line[name];
          return count ? [`${t(`servicePolicy.${name}`)} ${hours(count)}`] : [];
        });
        return said.length > 0 ? { main: said.join(" · ") } : null;
      }
      case "greenChannelHours":
        return line.greenChannelHours ? { main: hours(line.greenChannelHours) } : null;
      case "serviceMode":
        return line.serviceMode ? { main: t(`servicePolicy.mode.${line.serviceMode}`) } : null;
      case "benefitBudgetMinor":
        return line.benefitBudgetMinor
          ? { main: money(line.benefitBudgetMinor, workspace.baseCurrency) }
          : null;
    }
  };
  return { title, cell };
};
