import type { LoopView } from "@mainstay/contract/feedback-loop";
import { formatInstant } from "@mainstay/phrases/format/format-day";
import { Tooltip } from "antd";
import { useTranslation } from "react-i18next";
import { Icon } from "../../components/icon.tsx";
import { useSession } from "../../lib/session.ts";
import styles from "./loop.module.css";

/** Until when somebody has to speak with the customer, and how long that is; nothing once they have. */
export const LoopClock = ({ loop }: { loop: LoopView }) => {
  const { t } = useTranslation();
  const { timeZone } = useSession().workspace;
  if (loop.status !== "open") return null;
  const hours = Math.abs(Date.parse(loop.contactDueAt) - Date.now()) / 3_600_000;
  const count = { hours: hours < 10 ? Math.round(hours * 10) / 10 : Math.round(hours) };
  const due = t("feedbackLoop.due", { at: formatInstant(loop.contactDueAt, timeZone) });
  return (
    <Tooltip title={`${due} · ${t("feedbackLoop.urgentWhy")}`}>
      <span className={styles["clock"]} data-late={loop.isOverdue || undefined}>
        <Icon name={loop.isOverdue ? "warning" : "clock"} size={14} />{" "}
        {loop.isOverdue ? t("feedbackLoop.overdue", count) : t("feedbackLoop.left", count)}
        {loop.isUrgent && <span className={styles["tag"]}>{t("feedbackLoop.urgent")}</span>}
      </span>
    </Tooltip>
  );
};
