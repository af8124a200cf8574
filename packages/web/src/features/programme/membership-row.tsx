import type { MembershipView } from "@mainstay/contract/programme";
import { Link } from "@tanstack/react-router";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { Money } from "../../components/money.tsx";
import { ReasonText } from "../../components/reason-text.tsx";
import { usePreferences } from "../../lib/preferences.ts";
import { useCriterionName } from "./criterion-words.ts";
import styles from "./programme.module.css";

/** The scorecard line by line, opened on demand. */
const Scorecard = ({ membership }: { membership: MembershipView }) => {
  const { t } = useTranslation();
  const nameOf = useCriterionName();
  return (
    <details>
      <summary className="muted">
        {t("programme.scorecard")} · {t("programme.ofRule", { version: membership.ruleVersion })}
      </summary>
      <ul>
        {membership.scorecard.map((line) => (
          <li key={line.key}>
            {nameOf({ key: line.key })} <strong className="numeric">{line.score}</strong> ·{" "}
            {line.reason ? <ReasonText reason={line.reason} /> : line.because}
          </li>
        ))}
      </ul>
    </details>
  );
};

/** A day or state that tells where the membership stands. */
const Stand = ({ membership }: { membership: MembershipView }) => {
  const { t } = useTranslation();
  const { status, activeSinceOn, reviewDueOn, decidedBy, decidedAt, exitedOn } = membership;
  if (status === "active")
    return (
      <>
        <span>{t("programme.since", { on: activeSinceOn ?? "" })}</span>
        <span className={membership.isReviewDue ? styles["warn"] : undefined}>
          {membership.isReviewDue
            ? t("programme.reviewDue")
            : t("programme.reviewOn", { on: reviewDueOn ?? "" })}
        </span>
        {membership.approval?.kind === "programme_exit" && (
          <Link to="/approvals">{t("programme.exitAsked")}</Link>
        )}
      </>
    );
  return (
    <>
      <span>
        {t("programme.nominatedBy", {
          name: membership.nominatedBy.name,
          on: membership.nominatedAt.slice(0, 10),
        })}
      </span>
      {status === "refused" && decidedBy && (
        <span>
          {t("programme.refusedBy", { name: decidedBy.name, on: decidedAt?.slice(0, 10) ?? "" })}
        </span>
      )}
      {status === "exited" && <span>{t("programme.exitedOn", { on: exitedOn ?? "" })}</span>}
      {status === "nominated" && <Link to="/approvals">{t("programme.toApproval")}</Link>}
    </>
  );
};

/** One account of the programme: its score and why, its team, its health, and what can be done. */
export const MembershipRow = ({
  membership,
  currency,
  onReview,
  onExit,
}: {
  membership: MembershipView;
  currency: string;
  onReview: () => void;
  onExit: () => void;
}) => {
  const { t } = useTranslation();
  const { locale } = usePreferences();
  const listOf = (names: string[]) => new Intl.ListFormat(locale).format(names);
  const { account, missingSeats, status, can } = membership;
  const isLive = status === "active" || status === "nominated";
  const words =
    status === "exited"
      ? membership.exitBecause
      : status === "refused"
        ? membership.decisionNote
        : membership.because;
  return (
    <li className={styles["row"]}>
      <div className={styles["words"]}>
        <p className={styles["title"]}>
          <Link to="/accounts/$accountId" params={{ accountId: account.id }}>
            {account.name}
          </Link>
          <span>
            {t(`glossary.segment.${membership.segment ?? "none"}`)} ·{" "}
            {t(`glossary.grade.${membership.grade ?? "none"}`)}
          </span>
          {membership.exceptionBecause !== null && (
            <span className="muted" title={membership.exceptionBecause}>
              {t("programme.exception")}
            </span>
          )}
        </p>
        <p className={styles["facts"]}>
          {isLive && (
            <>
              <span>{membership.manager?.name ?? t("app.nobody")}</span>
              <span className={missingSeats.length > 0 ? styles["warn"] : undefined}>
                {t("programme.team")}{" "}
                {missingSeats.length === 0
                  ? t("programme.teamComplete")
                  : t("programme.teamMissing", {
                      seats: listOf(missingSeats.map((seat) => t(`glossary.seat.${seat}`))),
                    })}
              </span>
              <span>
                {t("programme.health")}{" "}
                {membership.healthBand === null
                  ? t("programme.healthUnknown")
                  : t(`glossary.healthBand.${membership.healthBand}`)}
              </span>
            </>
          )}
          <Stand membership={membership} />
        </p>
        {words !== null && words !== "" && <p className={styles["because"]}>“{words}”</p>}
        <Scorecard membership={membership} />
      </div>
      <div className={styles["side"]}>
        <span className={styles["score"]} title={t("programme.formula")}>
          <span className="numeric">{Math.round(membership.score)}</span>
        </span>
        <Money minor={membership.revenue12mMinor} currency={currency} />
        <div className={styles["actions"]}>
          {can.review && (
            <Button
              size="small"
              type={membership.isReviewDue ? "primary" : "default"}
              onClick={onReview}
            >
              {t("programme.review")}
            </Button>
          )}
          {can.askExit && (
            <Button size="small" type="text" onClick={onExit}>
              {t("programme.exit")}
            </Button>
          )}
        </div>
      </div>
    </li>
  );
};
