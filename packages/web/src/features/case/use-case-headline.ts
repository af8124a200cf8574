import type { cases } from "@mainstay/contract/case";
import type { BoundedCount } from "@mainstay/contract/case-filter";
import type { AnswerOf } from "@mainstay/contract/endpoint/endpoint";
import { useTranslation } from "react-i18next";

type Counts = AnswerOf<typeof cases.list>["counts"];

/** The judgement over a list of cases: what is overdue, else what waits for the customer, else that all is on time. */
export const useCaseHeadline = () => {
  const { t } = useTranslation();
  return (
    { open, paused, solved, closed, duplicate, overdue, escalated }: Counts,
    isNarrowed: boolean,
  ): { title: string; lead: string } => {
    const count = open.n + paused.n;
    const title =
      overdue.n > 0
        ? overdue.isMore
          ? t("case.list.headline.overdueMore", { count: overdue.n })
          : t("case.list.headline.overdue", { count: overdue.n })
        : count > 0
          ? t("case.list.headline.open", { count })
          : solved.n > 0
            ? t("case.list.headline.unconfirmed", { count: solved.n })
            : closed.n > 0
              ? t("case.list.headline.closed", { count: closed.n })
              : duplicate.n > 0
                ? t("case.list.headline.duplicate", { count: duplicate.n })
                : t(isNarrowed ? "case.list.empty" : "case.list.headline.none");
    const also = (
      [
        ["open", overdue.n > 0 ? { n: count, isMore: open.isMore || paused.isMore } : null],
        ["escalated", escalated],
        ["unconfirmed", solved],
      ] as const satisfies readonly (readonly [string, BoundedCount | null])[]
    ).flatMap(([name, one]) =>
      one === null || one.n === 0
        ? []
        : [`${t(`case.list.also.${name}`, { count: one.n })}${one.isMore ? "+" : ""}`],
    );
    return { title, lead: [...also, t("case.list.lead")].join(" · ") };
  };
};
