import type { SignalView } from "@mainstay/contract/signal";
import type { IsoDay } from "@mainstay/domain/calendar/day-number";
import { isOrderSignal } from "@mainstay/domain/signal/signal-kind";
import { Button, Dropdown } from "antd";
import { useTranslation } from "react-i18next";
import { Icon } from "../../components/icon.tsx";
import { useIsPhone } from "../../lib/media.ts";
import { useMay } from "../../lib/session.ts";
import { useSignalActs } from "./signal-acts.ts";
import type { SignalDialogKind } from "./signal-dialogs.tsx";
import styles from "./signal-actions.module.css";
import { snoozeChoices } from "./snooze-choices.ts";

/** A customer about to go, or whom we are about to lose by ourselves; a seat to fill is no rescue. */
const isWorthRescue = ({ severity, kind }: SignalView): boolean =>
  severity !== "watch" &&
  (isOrderSignal(kind) ||
    kind === "contract_ending" ||
    kind === "stance_fell" ||
    kind === "majority_not_supporting");

/** What may be done with a signal now; the record itself says which (`can`). */
export const SignalActions = ({
  signal,
  today,
  onDialog,
}: {
  signal: SignalView;
  today: IsoDay;
  onDialog: (kind: SignalDialogKind) => void;
}) => {
  const { t } = useTranslation();
  const acts = useSignalActs();
  const isPhone = useIsPhone();
  const { can } = signal;
  const mayAddTask = useMay("task.edit");
  const mayLog = useMay("interaction.log");
  const mayRescue = useMay("rescue.work") && can.resolve && isWorthRescue(signal);
  const size = isPhone ? "middle" : "small";
  if (can.reopen)
    return (
      <Button size={size} icon={<Icon name="undo" />} onClick={() => void acts.reopen(signal)}>
        {t("signal.reopen")}
      </Button>
    );
  const snoozeItems = [
    ...snoozeChoices(today).map(({ choice, until }) => ({
      key: choice,
      label: t(`signal.snoozeUntil.${choice}`),
      onClick: () => void acts.snooze(signal, until),
    })),
    { key: "day", label: t("signal.snoozeUntil.day"), onClick: () => onDialog("snooze") },
  ];
  const moreItems = [
    ...(can.snooze
      ? snoozeItems.map((item) => ({ ...item, label: `${t("signal.snooze")} · ${item.label}` }))
      : []),
    ...(mayRescue
      ? [{ key: "rescue", label: t("signal.rescue"), onClick: () => onDialog("rescue") }]
      : []),
    ...(can.resolve
      ? [{ key: "resolve", label: t("signal.resolve"), onClick: () => onDialog("resolve") }]
      : []),
  ];
  return (
    <div
      className={styles["actions"]}
      role="group"
      aria-label={t("signal.actions", { account: signal.account.name })}
    >
      {can.wake && (
        <Button size={size} onClick={() => void acts.wake(signal)}>
          {t("signal.wake")}
        </Button>
      )}
      {can.acknowledge && (
        <Button
          size={size}
          className={styles["take"]}
          onClick={() => void acts.acknowledge(signal)}
        >
          {t("signal.acknowledge")}
        </Button>
      )}
      {mayLog && (
        <Button size={size} onClick={() => onDialog("log")}>
          {t("interaction.log")}
        </Button>
      )}
      {mayAddTask && (
        <Button size={size} onClick={() => onDialog("task")}>
          {t("task.add")}
        </Button>
      )}
      {isPhone && moreItems.length > 0 && (
        <Dropdown trigger={["click"]} placement="bottomRight" menu={{ items: moreItems }}>
          <Button
            className={styles["more"]}
            aria-haspopup="menu"
            aria-label={t("app.more")}
            icon={<Icon name="more" />}
          />
        </Dropdown>
      )}
      {!isPhone && can.snooze && (
        <Dropdown trigger={["click"]} menu={{ items: snoozeItems }}>
          <Button size={size} aria-haspopup="menu">
            {t("signal.snooze")}
            <Icon name="down" size={12} />
          </Button>
        </Dropdown>
      )}
      {!isPhone && mayRescue && (
        <Button size={size} onClick={() => onDialog("rescue")}>
          {t("signal.rescue")}
        </Button>
      )}
      {!isPhone && can.resolve && (
        <Button size={size} onClick={() => onDialog("resolve")}>
          {t("signal.resolve")}
        </Button>
      )}
    </div>
  );
};
