import { approvals, type ApprovalView } from "@mainstay/contract/approval";
import { Link } from "@tanstack/react-router";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { Instant } from "../../components/day.tsx";
import { Money } from "../../components/money.tsx";
import { ReasonText } from "../../components/reason-text.tsx";
import { useNotice } from "../../lib/notice.tsx";
import { usePreferences } from "../../lib/preferences.ts";
import { useAct } from "../../lib/query.ts";
import styles from "./approval.module.css";
import { staleAfterApproval } from "./stale-after-approval.ts";

const GiftLine = ({ gift }: { gift: NonNullable<ApprovalView["gift"]> }) => {
  const { t } = useTranslation();
  return (
    <p className={styles["note"]}>
      {t("approval.gift.detail", {
        kind: t(`approval.gift.kindName.${gift.giftKind}`),
        costCentre: gift.costCentre,
        on: gift.givenOn,
      })}
      {" · "}
      {t(gift.isGivenOpenly ? "approval.gift.isOpen" : "approval.gift.isNotOpen")}
      {gift.isPublicSector && ` · ${t("approval.gift.publicSector")}`}
    </p>
  );
};

/** How it ended, or whom it waits for. */
const About = ({ approval }: { approval: ApprovalView }) => {
  const { t } = useTranslation();
  const { locale } = usePreferences();
  const listOf = (names: string[]) => new Intl.ListFormat(locale).format(names);
  const { waitsFor, status, decidedBy, decidedFor, decidingFor } = approval;
  return (
    <div className={styles["about"]}>
      <span>{t("approval.askedBy", { name: approval.requestedBy.name })}</span>
      <Instant at={approval.requestedAt} />
      {status === "pending" && (
        <span>
          {waitsFor.length === 0
            ? t("approval.waitsForNobody")
            : t("approval.waitsFor", { names: listOf(waitsFor.map(({ name }) => name)) })}
        </span>
      )}
      {decidingFor !== null && (
        <strong>{t("approval.inPlaceOf", { name: decidingFor.name })}</strong>
      )}
      {approval.isByRule && <span>{t("approval.byRule")}</span>}
      {decidedBy !== null && status !== "withdrawn" && (
        <span>
          {decidedFor !== null && decidedFor.id !== decidedBy.id
            ? t("approval.decidedFor", { name: decidedBy.name, absent: decidedFor.name })
            : t("approval.decidedBy", { name: decidedBy.name })}{" "}
          <Instant at={approval.decidedAt} />
        </span>
      )}
      {approval.validUntil !== null && status === "approved" && approval.usedAt === null && (
        <span>
          {t("approval.validUntil")} <Instant at={approval.validUntil} />
        </span>
      )}
      {approval.usedAt !== null && <span>{t("approval.used")}</span>}
      {approval.reminders > 0 && status === "pending" && (
        <span>{t("approval.reminded", { count: approval.reminders })}</span>
      )}
    </div>
  );
};

/** One approval: what is asked, why, the money, and one click to decide. */
export const ApprovalRow = ({
  approval,
  currency,
  onDecide,
}: {
  approval: ApprovalView;
  currency: string;
  /** Decide with a note; a refusal always has one. */
  onDecide: (decision: "approve" | "refuse") => void;
}) => {
  const { t } = useTranslation();
  const notice = useNotice();
  const told = (words: string) => ({
    refresh: staleAfterApproval,
    onSuccess: () => notice.done(words),
    onError: notice.refused,
  });
  const decide = useAct(approvals.decide, told(t("approval.approved")));
  const withdraw = useAct(approvals.withdraw, told(t("approval.withdrawn")));
  const remind = useAct(approvals.remind, told(t("approval.remindedDone")));
  const one = { params: { approvalId: approval.id }, ifMatch: approval.version };
  const { account, person, can } = approval;
  return (
    <li className={styles["row"]}>
      <div className={styles["words"]}>
        <p className={styles["title"]}>
          <span className={styles["kind"]}>{t(`approval.kind.${approval.kind}`)}</span>
          {account !== null && (
            <Link to="/accounts/$accountId" params={{ accountId: account.id }}>
              {account.name}
            </Link>
          )}
          {person !== null && (
            <Link to="/people/$personId" params={{ personId: person.id }}>
              {t("approval.person", { name: person.name })}
            </Link>
          )}
          {approval.status === "pending" ? (
            <span className={approval.isOverdue ? styles["late"] : "muted"}>
              {approval.isOverdue && `${t("approval.overdue")} · `}
              {t("approval.dueOn", { on: approval.dueOn })}
            </span>
          ) : (
            <span className="muted">{t(`approval.status.${approval.status}`)}</span>
          )}
        </p>
        <p>
          <ReasonText reason={approval.reason} />
        </p>
        {approval.note !== "" && <p className={styles["note"]}>“{approval.note}”</p>}
        {approval.gift !== null && <GiftLine gift={approval.gift} />}
        {approval.decisionNote !== null && approval.decisionNote !== "" && (
          <p className={styles["note"]}>→ “{approval.decisionNote}”</p>
        )}
        <About approval={approval} />
      </div>
      <div className={styles["side"]}>
        {approval.amountMinor !== null && (
          <Money minor={approval.amountMinor} currency={currency} />
        )}
        <div className={styles["actions"]}>
          {can.decide && (
            <>
              <Button
                type="primary"
                size="small"
                loading={decide.isPending}
                onClick={() => decide.mutate({ ...one, body: { decision: "approve", note: "" } })}
              >
                {t("approval.approve")}
              </Button>
              <Button size="small" type="text" onClick={() => onDecide("approve")}>
                {t("approval.approveNote")}
              </Button>
              <Button size="small" onClick={() => onDecide("refuse")}>
                {t("approval.refuse")}
              </Button>
            </>
          )}
          {can.remind && !can.decide && (
            <Button size="small" loading={remind.isPending} onClick={() => remind.mutate(one)}>
              {t("approval.remind")}
            </Button>
          )}
          {can.withdraw && (
            <Button
              size="small"
              type="text"
              loading={withdraw.isPending}
              onClick={() => withdraw.mutate(one)}
            >
              {t("approval.withdraw")}
            </Button>
          )}
        </div>
      </div>
    </li>
  );
};
