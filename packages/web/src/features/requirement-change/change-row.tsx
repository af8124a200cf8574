import type { ChangeView } from "@mainstay/contract/requirement-change";
import { dayNumberFromIso } from "@mainstay/domain/calendar/day-number";
import { formatInstant } from "@mainstay/phrases/format/format-day";
import { Link } from "@tanstack/react-router";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { Money } from "../../components/money.tsx";
import { JudgementRow } from "../../components/judgement-row.tsx";
import { useSession } from "../../lib/session.ts";
import { ChangeMark } from "./change-mark.tsx";
import { useChangeWords } from "./change-words.ts";
import styles from "./change.module.css";

const shown = 160;

/** One requirement change: how it stands, what changes, fee and days, who has confirmed, and whether work goes on regardless. */
export const ChangeRow = ({ change }: { change: ChangeView }) => {
  const { t } = useTranslation();
  const words = useChangeWords();
  const { today } = useSession().workspace;
  const { newest, status, account, project } = change;
  const to = { accountId: account.id, changeId: change.id };
  const waited =
    change.sentAt === null
      ? null
      : (dayNumberFromIso(today) ?? 0) -
        (dayNumberFromIso(formatInstant(change.sentAt).slice(0, 10)) ?? 0);
  const scope = newest.scope.length > shown ? `${newest.scope.slice(0, shown)}…` : newest.scope;
  return (
    <JudgementRow
      mark={<ChangeMark status={status} />}
      title={
        <Link to="/accounts/$accountId/changes/$changeId" params={to}>
          {change.title}
        </Link>
      }
      {...(project !== null && { about: project.name })}
      stake={
        <>
          <Money minor={newest.feeMinor} currency={newest.currency} signed /> ·{" "}
          {words.days(newest.scheduleDays)}
        </>
      }
      reason={scope}
      evidence={
        <>
          <span>{t("requirementChange.version", { number: newest.number })}</span>
          {change.isWorkUnconfirmed && change.workStartedOn !== null && (
            <span className={styles["bad"]}>
              {t("requirementChange.workUnconfirmed", { on: change.workStartedOn })}
            </span>
          )}
          {status === "sent" && waited !== null && (
            <span>
              {waited <= 0
                ? t("requirementChange.waitingToday")
                : t("requirementChange.waitingSince", { count: waited })}
            </span>
          )}
          {newest.confirmations.map(({ side, by }) => (
            <span key={side}>
              {t(`requirementChange.side.${side}`)} {by?.name ?? t("requirementChange.erased")}
            </span>
          ))}
        </>
      }
      actions={
        <Link to="/accounts/$accountId/changes/$changeId" params={to}>
          <Button size="small">{t("requirementChange.act.open")}</Button>
        </Link>
      }
      isDone={status === "confirmed" || status === "declined" || status === "withdrawn"}
    />
  );
};
