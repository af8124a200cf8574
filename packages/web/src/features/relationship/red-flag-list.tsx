import type { SignalView } from "@mainstay/contract/signal";
import type { RelationshipSignalKind } from "@mainstay/domain/signal/signal-kind";
import { Link } from "@tanstack/react-router";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { SeverityMark } from "../../components/level-mark.tsx";
import { ReasonText } from "../../components/reason-text.tsx";
import { useMay } from "../../lib/session.ts";
import styles from "./red-flag-list.module.css";

/** The one act that takes each flag away: a page to go to, or a dialog over this one. */
const actOf: Record<RelationshipSignalKind, "chain" | "map" | "log" | "task"> = {
  economic_buyer_unknown: "chain",
  economic_buyer_never_met: "log",
  single_threaded: "task",
  majority_not_supporting: "task",
  no_opponent_mapped: "chain",
  gatekeeper_ignored: "log",
  stance_stale: "chain",
  placeholder_old: "map",
};

/** Red flags with their reason and the one thing to do about each. */
export const RedFlagList = ({
  flags,
  onAct,
}: {
  flags: readonly SignalView[];
  onAct: (act: "log" | "task" | "evidence", signal: SignalView) => void;
}) => {
  const { t } = useTranslation();
  const mayLog = useMay("interaction.log");
  const mayAddTask = useMay("task.edit");
  return (
    <ul className={styles["flags"]}>
      {flags.map((signal) => {
        const act = actOf[signal.kind as RelationshipSignalKind];
        return (
          <li key={signal.id} className={styles["flag"]} data-kind={signal.kind}>
            <SeverityMark severity={signal.severity} />
            <div className={styles["words"]}>
              <button
                type="button"
                className={styles["name"]}
                aria-haspopup="dialog"
                onClick={() => onAct("evidence", signal)}
              >
                {t(`glossary.signalKind.${signal.kind}`)}
              </button>
              <span>
                <ReasonText reason={signal.reason} />
              </span>
            </div>
            {(act === "chain" || act === "map") && (
              <Link
                className={styles["act"]}
                to={`/accounts/${signal.account.id}/${act}` as string}
              >
                {t(act === "chain" ? "relationship.act.openChain" : "relationship.act.openMap")}
              </Link>
            )}
            {(act === "log" ? mayLog : act === "task" && mayAddTask) && (
              <Button size="small" onClick={() => onAct(act as "log" | "task", signal)}>
                {t(act === "log" ? "relationship.act.log" : "relationship.act.task")}
              </Button>
            )}
          </li>
        );
      })}
    </ul>
  );
};
