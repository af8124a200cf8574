import type { HandoverView } from "@mainstay/contract/handover";
import { Link } from "@tanstack/react-router";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { Instant } from "../../components/day.tsx";
import { JudgementRow } from "../../components/judgement-row.tsx";
import { HandoverMark } from "./handover-mark.tsx";
import { takerOf, useHandoverWords } from "./handover-words.ts";
import styles from "./handover.module.css";

/** One handover: how it stands, whose, the clock, who takes over, how far the checklist is, and the way in. */
export const HandoverRow = ({
  handover,
  now,
  showAccount = true,
}: {
  handover: HandoverView;
  now: number;
  showAccount?: boolean;
}) => {
  const { t } = useTranslation();
  const words = useHandoverWords();
  const { account, status, items, isOverdue } = handover;
  const taker = takerOf(handover);
  const isOpen = status === "open";
  const hasEnded = status === "done" || status === "dropped";
  const what = words.what(handover);
  return (
    <JudgementRow
      mark={<HandoverMark handover={handover} />}
      title={
        <Link to="/handovers/$handoverId" params={{ handoverId: handover.id }}>
          {showAccount ? account.name : what}
        </Link>
      }
      {...(showAccount && { about: t(`handover.side.${handover.side}`) })}
      stake={
        isOpen ? (
          <span className={styles["clock"]} data-bad={isOverdue || undefined}>
            {words.clock(handover, now)}
          </span>
        ) : (
          <Instant at={handover.closedAt ?? handover.acceptedAt} />
        )
      }
      reason={
        status === "dropped" && handover.droppedBecause !== null
          ? `${what} · ${t("handover.droppedBecause", { reason: words.dropped(handover.droppedBecause) })}`
          : showAccount
            ? what
            : t(`handover.side.${handover.side}`)
      }
      evidence={
        <>
          <span>
            {t(handover.side === "ours" ? "handover.to" : "handover.owner")}{" "}
            {taker === null ? (
              <strong className={styles["nobody"]}>{t("handover.nobody")}</strong>
            ) : (
              taker.name
            )}
          </span>
          <span>
            {t("handover.checklist")}{" "}
            {t("handover.doneOf", {
              done: items.filter(({ doneAt }) => doneAt !== null).length,
              all: items.length,
            })}
          </span>
        </>
      }
      actions={
        <Link to="/handovers/$handoverId" params={{ handoverId: handover.id }}>
          <Button size="small" type={isOpen ? "primary" : "default"}>
            {handover.can.accept ? t("handover.act.toPack") : t("handover.act.open")}
          </Button>
        </Link>
      }
      isDone={hasEnded}
    />
  );
};
