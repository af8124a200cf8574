import type { TodayItem, TodayView } from "@mainstay/contract/today";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { JudgementRow } from "../../components/judgement-row.tsx";
import { Money } from "../../components/money.tsx";
import { ApprovalActs, ApprovalGrounds, ApprovalWhy } from "./approval-item.tsx";
import { CaseActs, CaseGrounds, CaseWhy } from "./case-item.tsx";
import { DayActs, DayWhy } from "./day-item.tsx";
import { HandoverActs, HandoverGrounds, HandoverWhy } from "./handover-item.tsx";
import { InspectionActs, InspectionWhy } from "./inspection-item.tsx";
import { ObligationActs, ObligationWhy } from "./obligation-item.tsx";
import { PromiseActs, PromiseWhy } from "./promise-item.tsx";
import { TaskActs, TaskGrounds, TaskWhy } from "./task-item.tsx";
import { UrgencyMark } from "./urgency-mark.tsx";
import styles from "./today-row.module.css";

type OtherItem = Exclude<TodayItem, { kind: "signal" }>;

/** When it is due or how its clock stands, in a few words. */
const useDueWords = () => {
  const { t } = useTranslation();
  return ({ kind, dueInDays, hoursLeft }: OtherItem): string => {
    if (kind === "handover" || kind === "case") {
      if (hoursLeft === null)
        return t(kind === "case" ? "todayRow.due.unconfirmed" : "todayRow.due.accepted");
      const hours = Math.floor(Math.abs(hoursLeft));
      if (kind === "case" && hours >= 48)
        return t(`todayRow.due.${hoursLeft < 0 ? "late" : "in"}`, {
          count: Math.floor(hours / 24),
        });
      if (hours === 0)
        return hoursLeft < 0 ? t("todayRow.due.clockPastSoon") : t("todayRow.due.clockSoon");
      return hoursLeft < 0
        ? t("todayRow.due.clockPast", { count: hours })
        : t("todayRow.due.clock", { count: hours });
    }
    if (kind === "inspection") return t("todayRow.due.toCall");
    if (dueInDays === null) return t("todayRow.due.none");
    if (kind === "day") {
      if (dueInDays <= 1) return t(`todayRow.due.away.${dueInDays <= 0 ? "today" : "tomorrow"}`);
      return t("todayRow.due.away.in", { count: dueInDays });
    }
    if (dueInDays === 0) return t("todayRow.due.today");
    return dueInDays < 0
      ? t("todayRow.due.late", { count: -dueInDays })
      : t("todayRow.due.in", { count: dueInDays });
  };
};

/** Who answers for it; null where nobody needs to be named. */
const ownerOf = (item: OtherItem): string | null | undefined => {
  if (item.kind === "handover") return (item.handover.to ?? item.handover.owner)?.name ?? null;
  if (item.kind === "case") return item.case.handler?.name ?? null;
  if (item.kind === "promise") return item.promise.giver?.name ?? null;
  if (item.kind === "obligation") return item.obligation.owner?.name ?? null;
  if (item.kind === "task") return item.task.owner?.name ?? null;
  return undefined;
};

/** A case, promise, inspection, handover, approval, obligation, task or day: how urgent, whom it is about, why, and one act at hand. */
export const OtherRow = ({
  item,
  account,
  view,
  isActive,
}: {
  item: OtherItem;
  account: { id: string; name: string } | null;
  view: TodayView;
  isActive: boolean;
}) => {
  const { t } = useTranslation();
  const dueWords = useDueWords();
  const owner = ownerOf(item);
  const kind = t(`todayRow.kind.${item.kind}`);
  return (
    <JudgementRow
      id={`today-${item.key}`}
      isActive={isActive}
      mark={<UrgencyMark urgency={item.urgency} words={dueWords(item)} />}
      title={
        account === null ? (
          kind
        ) : (
          <Link to="/accounts/$accountId" params={{ accountId: account.id }}>
            {account.name}
          </Link>
        )
      }
      about={
        <>
          {account !== null && kind}
          {owner !== undefined &&
            `${account === null ? "" : " · "}${t("todayRow.ownedBy", { name: owner ?? t("app.nobody") })}`}
        </>
      }
      stake={
        item.moneyMinor > 0 && (
          <span className={styles["stake"]}>
            <Money minor={item.moneyMinor} currency={view.baseCurrency} />
            <span className="muted">
              {t(item.kind === "approval" ? "todayRow.amount" : "todayRow.revenue")}
            </span>
          </span>
        )
      }
      reason={<Why item={item} />}
      evidence={<Grounds item={item} />}
      actions={<Acts item={item} view={view} />}
    />
  );
};

const Why = ({ item }: { item: OtherItem }) => {
  if (item.kind === "case") return <CaseWhy item={item} />;
  if (item.kind === "promise") return <PromiseWhy promise={item.promise} />;
  if (item.kind === "inspection") return <InspectionWhy inspection={item.inspection} />;
  if (item.kind === "handover") return <HandoverWhy handover={item.handover} />;
  if (item.kind === "approval") return <ApprovalWhy approval={item.approval} />;
  if (item.kind === "obligation") return <ObligationWhy obligation={item.obligation} />;
  if (item.kind === "task") return <TaskWhy task={item.task} />;
  return <DayWhy day={item.day} />;
};

const Grounds = ({ item }: { item: OtherItem }) => {
  if (item.kind === "case") return <CaseGrounds item={item} />;
  if (item.kind === "handover") return <HandoverGrounds handover={item.handover} />;
  if (item.kind === "approval") return <ApprovalGrounds approval={item.approval} />;
  if (item.kind === "task") return <TaskGrounds task={item.task} />;
  return null;
};

const Acts = ({ item, view }: { item: OtherItem; view: TodayView }) => {
  if (item.kind === "case") return <CaseActs item={item} />;
  if (item.kind === "promise") return <PromiseActs promise={item.promise} />;
  if (item.kind === "inspection") return <InspectionActs inspection={item.inspection} />;
  if (item.kind === "handover") return <HandoverActs handover={item.handover} />;
  if (item.kind === "approval") return <ApprovalActs approval={item.approval} />;
  if (item.kind === "obligation")
    return <ObligationActs obligation={item.obligation} today={view.today} />;
  if (item.kind === "task") return <TaskActs task={item.task} today={view.today} />;
  return <DayActs day={item.day} today={view.today} />;
};
