import { type RobotView, robots } from "@mainstay/contract/robot";
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { EmptyState } from "../../../components/empty-state.tsx";
import { ErrorState } from "../../../components/error-state.tsx";
import { RowSkeleton } from "../../../components/skeleton.tsx";
import { useAnswer } from "../../../lib/query.ts";
import { SettingBlock } from "../setting-block.tsx";
import styles from "../setting-list.module.css";
import { RobotDialog } from "./robot-dialog.tsx";
import { RobotItem } from "./robot-item.tsx";

/** The group robots that news goes to. */
export const RobotBlock = () => {
  const { t } = useTranslation();
  const [editing, setEditing] = useState<RobotView | "new" | null>(null);
  const found = useAnswer(robots.list, {});
  const items = found.data?.items ?? [];
  return (
    <SettingBlock
      title={t("channel.robot.title")}
      lead={t("channel.robot.lead")}
      actions={<Button onClick={() => setEditing("new")}>{t("channel.robot.add")}</Button>}
    >
      {found.isError && <ErrorState error={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending && <RowSkeleton rows={2} />}
      {found.isSuccess && items.length === 0 && (
        <EmptyState title={t("channel.robot.none")} words={t("channel.robot.noneWhy")} />
      )}
      {items.length > 0 && (
        <ul className={styles["list"]}>
          {items.map((robot) => (
            <RobotItem key={robot.id} robot={robot} onEdit={() => setEditing(robot)} />
          ))}
        </ul>
      )}
      {editing !== null && (
        <RobotDialog robot={editing === "new" ? null : editing} onClose={() => setEditing(null)} />
      )}
    </SettingBlock>
  );
};
