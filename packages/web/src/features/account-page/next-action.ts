import type { AccountPage } from "@mainstay/contract/account-page";
import { dayNumberFromIso } from "@mainstay/domain/calendar/day-number";
import { useTranslation } from "react-i18next";

const soonDays = 45;

/** The play of the loudest open warning; else what the level and the next window ask for. */
export const useNextAction = ({ signals, standing, today }: AccountPage): string => {
  const { t } = useTranslation();
  const loudest = signals.find(({ status, play }) => status !== "resolved" && play !== null);
  if (loudest?.play) return t(`glossary.play.${loudest.play}`);
  if (standing.level === "lost" || standing.level === "act") return t("accountPage.closeGap");
  if (standing.level === "unknown") return t("accountPage.notEnough");
  const { nextFromOn: from, nextToOn: to } = standing;
  const now = dayNumberFromIso(today) ?? 0;
  const isSoon = from !== null && (dayNumberFromIso(from) ?? 0) - now <= soonDays;
  return isSoon && to !== null && to >= today
    ? t("accountPage.expectOrder", { from, to })
    : t("accountPage.keepGoing");
};
