import type { TodayView } from "@mainstay/contract/today";
import type { UserRole } from "@mainstay/domain/user/user-role";
import { Link } from "@tanstack/react-router";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { ProgressBar } from "../../components/progress-bar.tsx";
import { useMoneyText } from "../../components/money.tsx";
import { useSession } from "../../lib/session.ts";
import styles from "./today-screen.module.css";

type Voice = "manager" | "sponsor" | "service" | "steward";

/** In whose words the headline speaks: to those who act, who sponsor, who help, who oversee. */
const voiceOf: Record<UserRole, Voice> = {
  manager: "manager",
  sponsor: "sponsor",
  service: "service",
  director: "steward",
  analyst: "steward",
  compliance: "steward",
  admin: "steward",
};

/** The day in one sentence: how many need whom, and how much is at stake. */
export const TodayHeadline = ({ view, isJudging }: { view: TodayView; isJudging: boolean }) => {
  const { t } = useTranslation();
  const { user, permissions } = useSession();
  const moneyText = useMoneyText();
  const { headline, lastRun } = view;
  const title =
    view.holdings.orderDays === 0
      ? t("today.headline.empty")
      : view.asOf === null && headline.accounts === 0
        ? t("today.headline.soon")
        : headline.accounts === 0
          ? t("today.headline.quiet")
          : t(`today.headline.${voiceOf[user.role]}`, {
              count: headline.accounts,
              sum: moneyText(headline.moneyAtStakeMinor, view.baseCurrency),
            });
  useEffect(() => {
    document.title = `${t("today.title")} · ${t("app.name")}`;
  }, [t]);
  const mayDecide = permissions.includes("segment.decide");
  return (
    <div className={styles["headline"]}>
      <h1>{title}</h1>
      <div className={styles["about"]}>
        {headline.critical > 0 && <span>{t("today.critical", { count: headline.critical })}</span>}
        {view.counts.overdue > 0 && (
          <span>{t("today.overdue", { count: view.counts.overdue })}</span>
        )}
        {view.counts.approval > 0 && (
          <Link to="/" search={{ show: "approval" }}>
            {t("today.approvals", { count: view.counts.approval })}
          </Link>
        )}
        {headline.unowned > 0 && <span>{t("today.unowned", { count: headline.unowned })}</span>}
        {mayDecide && view.segmentProposals > 0 && (
          <Link to="/accounts">{t("today.proposals", { count: view.segmentProposals })}</Link>
        )}
        {view.asOf !== null && <span className="muted">{t("today.asOf", { on: view.asOf })}</span>}
      </div>
      {isJudging && lastRun !== null && (
        <div className={styles["progress"]}>
          <ProgressBar
            label={t("today.judging")}
            done={lastRun.accountsDone}
            total={lastRun.accountsTotal}
          />
        </div>
      )}
    </div>
  );
};
