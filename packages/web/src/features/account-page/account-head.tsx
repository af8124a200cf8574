import type { AccountPage } from "@mainstay/contract/account-page";
import { Link } from "@tanstack/react-router";
import { Button } from "antd";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { Day } from "../../components/day.tsx";
import { Icon } from "../../components/icon.tsx";
import { LevelMark } from "../../components/level-mark.tsx";
import { ReasonText } from "../../components/reason-text.tsx";
import { HealthFigure } from "../health/health-figure.tsx";
import { HealthReasons } from "../health/health-reason.tsx";
import { ProgrammeMark } from "../account-team/programme-mark.tsx";
import styles from "./account-head.module.css";
import { useNextAction } from "./next-action.ts";

export type AccountDialog = "task" | "log";

/** Whose page it is, where they stand and why, who looks after them, and the next best thing to do. */
export const AccountHead = ({
  page,
  onDialog,
}: {
  page: AccountPage;
  onDialog: (dialog: AccountDialog) => void;
}) => {
  const { t } = useTranslation();
  const nextAction = useNextAction(page);
  const { account, standing, judgement, ancestors } = page;
  useEffect(() => {
    document.title = `${account.name} · ${t("app.name")}`;
  }, [account.name, t]);
  const lastTwoWay = page.interactions.find(({ isTwoWay }) => isTwoWay)?.occurredOn ?? null;
  const team = [
    ["manager", account.manager],
    ["backup", account.backup],
    ["sponsor", account.sponsor],
  ] as const;
  return (
    <header className={styles["head"]}>
      {ancestors.length > 0 && (
        <nav aria-label={t("accountPage.crumb")} className={styles["crumbs"]}>
          {ancestors.map((above) => (
            <span key={above.id}>
              <Link to="/accounts/$accountId" params={{ accountId: above.id }}>
                {above.name}
              </Link>
              <Icon name="right" size={12} />
            </span>
          ))}
        </nav>
      )}
      <div className={styles["title"]}>
        <h1>{account.name}</h1>
        <p className={styles["standing"]}>
          {t(`glossary.segment.${standing.segment ?? "none"}`)}
          <span aria-hidden="true"> · </span>
          {t(`glossary.grade.${standing.grade ?? "none"}`)}
          <span aria-hidden="true"> · </span>
          <Link
            to="/accounts/$accountId/cycle"
            params={{ accountId: account.id }}
            title={t("lifecycle.mark.label")}
          >
            {t(`glossary.stage.${page.lifecycle.stage ?? "none"}`)}
          </Link>
          {page.lifecycle.proposedStage !== null && (
            <>
              <span aria-hidden="true"> · </span>
              {t("lifecycle.mark.proposed", {
                stage: t(`glossary.stage.${page.lifecycle.proposedStage}`),
              })}
            </>
          )}
        </p>
        <ProgrammeMark accountId={account.id} />
      </div>
      <dl className={styles["team"]}>
        {team.map(([role, person]) => (
          <div key={role}>
            <dt>{t(`accountPage.${role}`)}</dt>
            <dd className={person === null ? "muted" : undefined}>
              {person?.name ?? t("accountPage.nobody")}
            </dd>
          </div>
        ))}
        <div>
          <dt>{t("accountPage.lastContact")}</dt>
          <dd>
            {lastTwoWay === null ? (
              <span className="muted">{t("accountPage.noContact")}</span>
            ) : (
              <Day on={lastTwoWay} today={page.today} />
            )}
          </dd>
        </div>
      </dl>
      {page.health !== null && (
        <div className={styles["health"]}>
          <span className={styles["nextLabel"]}>{t("health.title")}</span>
          <HealthFigure mark={page.health} />
          <HealthReasons accountId={account.id} reasons={page.health.reasons} />
        </div>
      )}
      <div className={styles["judgement"]} data-level={judgement.level}>
        <LevelMark level={judgement.level} />
        <div className={styles["reasons"]}>
          {page.asOf === null ? (
            <p>
              {t("accountPage.notJudged")}{" "}
              <span className="muted">{t("accountPage.notJudgedWhy")}</span>
            </p>
          ) : (
            judgement.reasons.map((reason, index) => (
              <p key={`${reason.code}-${index}`}>
                <ReasonText reason={reason} />
              </p>
            ))
          )}
          <div className={styles["next"]}>
            <p>
              <span className={styles["nextLabel"]}>{t("accountPage.nextAction")}</span>
              {nextAction}
            </p>
            <div className={styles["actions"]}>
              {account.can.logInteraction && (
                <Button type="primary" onClick={() => onDialog("log")}>
                  {t("interaction.log")}
                </Button>
              )}
              {account.can.addTask && (
                <Button onClick={() => onDialog("task")}>{t("task.add")}</Button>
              )}
            </div>
          </div>
        </div>
      </div>
    </header>
  );
};
