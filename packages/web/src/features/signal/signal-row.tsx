import type { SignalView } from "@mainstay/contract/signal";
import type { SignalKind } from "@mainstay/domain/signal/signal-kind";
import type { IsoDay } from "@mainstay/domain/calendar/day-number";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Day } from "../../components/day.tsx";
import { Icon } from "../../components/icon.tsx";
import { JudgementRow } from "../../components/judgement-row.tsx";
import { SeverityMark } from "../../components/level-mark.tsx";
import { useMoneyText } from "../../components/money.tsx";
import { ReasonText } from "../../components/reason-text.tsx";
import { SignalActions } from "./signal-actions.tsx";
import type { SignalDialogKind } from "./signal-dialogs.tsx";
import { StakeHint } from "./stake-hint.tsx";
import styles from "./signal-row.module.css";

/** One signal as a person reads it: how bad, who, how much; why; on what grounds; what to do. */
export const SignalRow = ({
  signal,
  today,
  currency,
  onDialog,
  isActive = false,
  showAccount = true,
  others = [],
}: {
  signal: SignalView;
  today: IsoDay;
  currency: string;
  onDialog: (kind: SignalDialogKind) => void;
  isActive?: boolean;
  /** False on the account's own page. */
  showAccount?: boolean;
  /** Further signals of the same account that stand behind this one. */
  others?: readonly { id: string; kind: SignalKind }[];
}) => {
  const { t } = useTranslation();
  const moneyText = useMoneyText();
  const { account } = signal;
  const evidenceKinds = [...new Set(signal.evidence.map(({ kind }) => kind))]
    .map((kind) => t(`signal.evidenceKind.${kind}`))
    .join(" · ");
  return (
    <JudgementRow
      id={`signal-${signal.id}`}
      isActive={isActive}
      isDone={signal.status === "resolved" || signal.status === "snoozed"}
      mark={<SeverityMark severity={signal.severity} />}
      title={
        showAccount ? (
          <Link to="/accounts/$accountId" params={{ accountId: account.id }}>
            {account.name}
          </Link>
        ) : (
          t(`glossary.signalKind.${signal.kind}`)
        )
      }
      about={
        <>
          {showAccount && t(`glossary.segment.${account.segment ?? "none"}`)}
          {showAccount && " · "}
          {showAccount && t(`glossary.signalKind.${signal.kind}`)}
          {showAccount && " · "}
          {t("signal.ownedBy", { name: signal.owner?.name ?? t("app.nobody") })}
          {signal.status === "acknowledged" && ` · ${t("glossary.signalStatus.acknowledged")}`}
          {signal.outcome !== null &&
            ` · ${t("signal.resolvedAs", { outcome: t(`glossary.outcome.${signal.outcome}`) })}`}
          {signal.outcomeMoneyMinor !== null &&
            (signal.outcome === "saved" || signal.outcome === "lost") &&
            ` · ${t(`signal.worth.${signal.outcome}`, { money: moneyText(signal.outcomeMoneyMinor, currency) })}`}
          {signal.snoozedUntil !== null &&
            ` · ${t("signal.snoozedUntil", { on: signal.snoozedUntil })}`}
        </>
      }
      stake={<StakeHint signal={signal} currency={currency} />}
      reason={<ReasonText reason={signal.reason} />}
      evidence={
        <>
          <button type="button" className={styles["evidence"]} onClick={() => onDialog("evidence")}>
            <Icon name="evidence" size={14} />
            {signal.evidence.length > 0
              ? t("today.evidenceOpen", { kinds: evidenceKinds })
              : t("signal.evidence")}
          </button>
          <span>
            {signal.lastContactOn === null ? (
              t("today.noContact")
            ) : (
              <>
                {t("today.lastContact")}
                <Day on={signal.lastContactOn} today={today} />
              </>
            )}
          </span>
          {others.length > 0 && (
            <Link to="/accounts/$accountId" params={{ accountId: account.id }}>
              {t("today.others", {
                kinds: others.map(({ kind }) => t(`glossary.signalKind.${kind}`)).join(" · "),
              })}
            </Link>
          )}
        </>
      }
      advice={
        signal.play !== null && (
          <span className={styles["advice"]}>
            {t("today.advice", { play: t(`glossary.play.${signal.play}`) })}
          </span>
        )
      }
      actions={<SignalActions signal={signal} today={today} onDialog={onDialog} />}
    />
  );
};
