import { outgoingMessages } from "@mainstay/contract/mail";
import { type RobotView, robots } from "@mainstay/contract/robot";
import { Button, Popconfirm } from "antd";
import { useTranslation } from "react-i18next";
import { Instant } from "../../../components/day.tsx";
import { useNotice } from "../../../lib/notice.tsx";
import { useAct } from "../../../lib/query.ts";
import styles from "../setting-list.module.css";
import { LastError } from "./last-error.tsx";

/** What an edit of a robot sends when it changes one thing only. */
export const termsOf = (robot: RobotView) => ({
  name: robot.name,
  keyword: robot.keyword,
  kinds: robot.kinds,
  scope: robot.scope,
  departmentId: robot.department?.id ?? null,
  locale: robot.locale,
  quietFrom: robot.quietFrom,
  quietTo: robot.quietTo,
  workdaysOnly: robot.workdaysOnly,
  isPaused: robot.isPaused,
});

export const RobotItem = ({ robot, onEdit }: { robot: RobotView; onEdit: () => void }) => {
  const { t } = useTranslation();
  const notice = useNotice();
  const params = { robotId: robot.id };
  const refresh = [robots.list, outgoingMessages.list];
  const check = useAct(robots.check, {
    refresh,
    onSuccess: () => notice.done(t("channel.robot.tested")),
    onError: notice.refused,
  });
  const edit = useAct(robots.edit, { refresh, onError: notice.refused });
  const remove = useAct(robots.remove, {
    refresh,
    onSuccess: () => notice.done(t("channel.robot.removed")),
    onError: notice.refused,
  });
  return (
    <li className={styles["item"]}>
      <div className={styles["words"]}>
        <span className={styles["name"]}>{robot.name}</span>
        <span className="muted">
          {t(`channel.robot.kind.${robot.kind}`)} · ····{robot.addressHint} ·{" "}
          {robot.scope === "all"
            ? t("channel.robot.scope.all")
            : (robot.department?.name ?? t("channel.robot.departmentGone"))}{" "}
          · {robot.isPaused ? t("channel.paused") : t("channel.inUse")}
        </span>
        <span className="muted">
          {t("channel.robot.passes", { count: robot.kinds.length })} · {t("channel.lastSent")}{" "}
          <Instant at={robot.lastSentAt} />
        </span>
        <LastError words={robot.lastError} at={robot.lastErrorAt} />
      </div>
      <Button size="small" loading={check.isPending} onClick={() => check.mutate({ params })}>
        {t("channel.robot.test")}
      </Button>
      <Button
        size="small"
        loading={edit.isPending}
        onClick={() =>
          edit.mutate({
            params,
            ifMatch: robot.version,
            body: { ...termsOf(robot), isPaused: !robot.isPaused },
          })
        }
      >
        {robot.isPaused ? t("channel.robot.goOn") : t("channel.robot.pause")}
      </Button>
      <Button size="small" onClick={onEdit}>
        {t("app.edit")}
      </Button>
      <Popconfirm
        title={t("channel.robot.removeAsk", { name: robot.name })}
        okText={t("app.remove")}
        onConfirm={() => remove.mutate({ params })}
      >
        <Button size="small">{t("app.remove")}</Button>
      </Popconfirm>
    </li>
  );
};
