import type { ObligationView } from "@mainstay/contract/obligation";
import { calendarParts, dayNumberFromIso } from "@mainstay/domain/calendar/day-number";
import { lineKey } from "@mainstay/phrases/service-policy/line-key";
import { useTranslation } from "react-i18next";
import { usePreferences } from "../../lib/preferences.ts";

/** The words of an obligation, from its data. */
export const useObligationWords = () => {
  const { t } = useTranslation();
  const { locale } = usePreferences();
  const period = ({ every, periodFrom }: Pick<ObligationView, "every" | "periodFrom">): string => {
    const { year, month } = calendarParts(dayNumberFromIso(periodFrom) ?? 0);
    return t(`obligation.periodOf.${every === "case" ? "year" : every}`, {
      year: String(year),
      month: locale === "en" ? String(month).padStart(2, "0") : String(month),
      quarter: String(Math.ceil(month / 3)),
      half: t(month > 6 ? "obligation.half.second" : "obligation.half.first"),
    });
  };
  /** 拜访 · 2026 年 11 月 */
  const what = (one: Pick<ObligationView, "kind" | "every" | "periodFrom">): string =>
    `${t(`glossary.obligationKind.${one.kind}`)} · ${period(one)}`;
  const line = (key: ObligationView["policyLine"]): string =>
    t(`servicePolicy.line.${lineKey(key)}`);
  const why = ({ policyVersion, policyLine }: ObligationView): string =>
    t(policyVersion === 0 ? "obligation.whyShipped" : "obligation.why", {
      version: policyVersion,
      line: line(policyLine),
    });
  const counts = ({ contactKinds }: Pick<ObligationView, "contactKinds">): string =>
    contactKinds.length === 0
      ? t("obligation.byWord")
      : t("obligation.countsBy", {
          kinds: new Intl.ListFormat(locale, { type: "disjunction" }).format(
            contactKinds.map((kind) => t(`glossary.interactionKind.${kind}`)),
          ),
        });
  const due = (one: ObligationView, today: string): string => {
    const days = (dayNumberFromIso(one.dueOn) ?? 0) - (dayNumberFromIso(today) ?? 0);
    if (days < 0) return t("obligation.overdueBy", { count: -days });
    return days === 0 ? t("obligation.dueToday") : t("obligation.dueIn", { count: days });
  };
  /** What became of one that is no longer open. */
  const outcome = (one: ObligationView): string => {
    if (one.status === "missed") return t("obligation.missed");
    if (one.status === "dropped")
      return t("obligation.droppedBecause", {
        because:
          one.dropCode === null
            ? (one.droppedBecause ?? "")
            : t(`obligation.dropCode.${dropKeys[one.dropCode]}`),
      });
    return [
      t(one.isOnTime === false ? "obligation.late" : "obligation.onTime"),
      t("obligation.fulfilledOn", { on: one.fulfilledOn ?? one.dueOn }),
      one.fulfilledBy === null
        ? t("obligation.byContact")
        : t("obligation.byPerson", { name: one.fulfilledBy.name }),
    ].join(" · ");
  };
  return { period, what, line, why, counts, due, outcome };
};

const dropKeys = {
  "policy.not_owed": "policy_not_owed",
  "policy.cadence_changed": "policy_cadence_changed",
  "policy.new_version": "policy_new_version",
} as const;
