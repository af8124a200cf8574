import type { SignalView } from "@mainstay/contract/signal";
import type { IsoDay } from "@mainstay/domain/calendar/day-number";
import { Link } from "@tanstack/react-router";
import { Drawer } from "antd";
import { useTranslation } from "react-i18next";
import { Day } from "../../components/day.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { SeverityMark } from "../../components/level-mark.tsx";
import { Money } from "../../components/money.tsx";
import { ReasonText } from "../../components/reason-text.tsx";
import { Share } from "../../components/share.tsx";
import { UserSelect } from "../../components/user-select.tsx";
import { EvidenceRows } from "./evidence-rows.tsx";
import { PrecisionWords } from "./precision-words.tsx";
import { SignalActions } from "./signal-actions.tsx";
import { useSignalActs } from "./signal-acts.ts";
import type { SignalDialogKind } from "./signal-dialogs.tsx";
import { StakeHint } from "./stake-hint.tsx";
import styles from "./evidence-drawer.module.css";

/** Everything a signal rests on, row by row, with its owner and what to do. */
export const EvidenceDrawer = ({
  signal,
  today,
  currency,
  onClose,
  onDialog,
}: {
  signal: SignalView;
  today: IsoDay;
  currency: string;
  onClose: () => void;
  onDialog: (kind: SignalDialogKind) => void;
}) => {
  const { t } = useTranslation();
  const acts = useSignalActs();
  return (
    <Drawer
      open
      onClose={onClose}
      size="min(520px, 100vw)"
      title={signal.account.name}
      extra={
        <Link to="/accounts/$accountId" params={{ accountId: signal.account.id }}>
          {t("signal.openAccount")}
        </Link>
      }
      footer={
        <div className={styles["actions"]}>
          <SignalActions signal={signal} today={today} onDialog={onDialog} />
        </div>
      }
    >
      <div className={styles["judgement"]}>
        <SeverityMark severity={signal.severity} />
        <span className="muted">{t(`glossary.signalKind.${signal.kind}`)}</span>
      </div>
      <p className={styles["reason"]}>
        <ReasonText reason={signal.reason} />
      </p>
      <dl className={styles["facts"]}>
        <dt>{t(`signal.stake.${signal.kind}`)}</dt>
        <dd>
          <StakeHint signal={signal} currency={currency} bare />
        </dd>
        {signal.probability !== null && (
          <>
            <dt>{t(`signal.probability.${signal.kind}`)}</dt>
            <dd>
              <Share of={signal.probability} />
            </dd>
          </>
        )}
        <dt>{t("signal.firstSeen")}</dt>
        <dd>
          <Day on={signal.firstSeenOn} today={today} />
        </dd>
        <dt>{t("signal.lastSeen")}</dt>
        <dd>
          <Day on={signal.lastSeenOn} today={today} />
        </dd>
        <dt>{t("signal.assign")}</dt>
        <dd>
          {signal.can.assign ? (
            <UserSelect
              label={t("signal.assign")}
              value={signal.owner?.id ?? null}
              known={signal.owner}
              onChange={(owner, name) => void acts.assign(signal, owner, name)}
            />
          ) : (
            (signal.owner?.name ?? t("app.nobody"))
          )}
        </dd>
        {signal.outcomeMoneyMinor !== null &&
          (signal.outcome === "saved" || signal.outcome === "lost") && (
            <>
              <dt>{t(`signal.money.${signal.outcome}`)}</dt>
              <dd>
                <Money minor={signal.outcomeMoneyMinor} currency={currency} />
              </dd>
            </>
          )}
        {signal.outcomeNote !== null && (
          <>
            <dt>{t("signal.note")}</dt>
            <dd>{signal.outcomeNote}</dd>
          </>
        )}
      </dl>
      <PrecisionWords kind={signal.kind} />
      <h2>{t("signal.evidence")}</h2>
      {signal.evidence.length === 0 ? (
        <EmptyState title={t("signal.evidenceNone")} />
      ) : (
        <EvidenceRows evidence={signal.evidence} currency={currency} />
      )}
    </Drawer>
  );
};
