import { feedbackLoops } from "@mainstay/contract/feedback-loop";
import { monthsAfter } from "@mainstay/domain/calendar/months-after";
import { formatNumber } from "@mainstay/phrases/format/format-number";
import { useTranslation } from "react-i18next";
import { useAnswer } from "../../lib/query.ts";
import { useSession } from "../../lib/session.ts";

/** The figures of the loops opened in the past twelve months, and hours in words. */
export const useLoopFigures = () => {
  const { t } = useTranslation();
  const { today } = useSession().workspace;
  const from = monthsAfter(today, -12);
  const found = useAnswer(feedbackLoops.figures, { query: { from, to: today } });
  const time = (hours: number | null) =>
    hours === null
      ? t("app.notApplicable")
      : t("feedbackLoop.figures.hours", { hours: formatNumber(hours, hours < 10 ? 1 : 0) });
  return { found, from, time };
};
