import type { SignalView } from "@mainstay/contract/signal";
import type { IsoDay } from "@mainstay/domain/calendar/day-number";
import { Button, Dropdown } from "antd";
import { useTranslation } from "react-i18next";
import { Icon } from "../../components/icon.tsx";
import { useIsPhone } from "../../lib/media.ts";
import { useMay } from "../../lib/session.ts";
import { useSignalActs } from "./signal-acts.ts";
import type { SignalDialogKind } from "./signal-dialogs.tsx";
import { snoozeChoices } from "./snooze-choices.ts";

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
  const mayAddTask = useMay("task.edit");
  const mayLog = useMay("interaction.log");
  const size = isPhone ? "middle" : "small";
  const { can } = signal;
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
  return (
    <>
      {can.wake && (
        <Button size={size} onClick={() => void acts.wake(signal)}>
          {t("signal.wake")}
        </Button>
      )}
      {can.acknowledge && (
        <Button size={size} type="primary" onClick={() => void acts.acknowledge(signal)}>
          {t("signal.acknowledge")}
        </Button>
      )}
      {mayAddTask && (
        <Button size={size} onClick={() => onDialog("task")}>
          {t("task.add")}
        </Button>
      )}
      {mayLog && (
        <Button size={size} onClick={() => onDialog("log")}>
          {t("interaction.log")}
        </Button>
      )}
      {can.snooze && (
        <Dropdown trigger={["click"]} menu={{ items: snoozeItems }}>
          <Button size={size} aria-haspopup="menu">
            {t("signal.snooze")}
            <Icon name="down" size={12} />
          </Button>
        </Dropdown>
      )}
      {can.resolve && (
        <Button size={size} onClick={() => onDialog("resolve")}>
          {t("signal.resolve")}
        </Button>
      )}
    </>
  );
};
