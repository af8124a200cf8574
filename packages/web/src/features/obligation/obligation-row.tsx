import type { ObligationView } from "@mainstay/contract/obligation";
import type { IsoDay } from "@mainstay/domain/calendar/day-number";
import { Link } from "@tanstack/react-router";
import { Button, Dropdown } from "antd";
import { useTranslation } from "react-i18next";
import { Day } from "../../components/day.tsx";
import { Icon } from "../../components/icon.tsx";
import { JudgementRow } from "../../components/judgement-row.tsx";
import { useMay } from "../../lib/session.ts";
import type { ObligationDialogKind } from "./obligation-dialogs.tsx";
import { ObligationMark } from "./obligation-mark.tsx";
import { useObligationWords } from "./obligation-words.ts";
import { useReopenObligation } from "./use-reopen-obligation.ts";
import styles from "./obligation.module.css";

/** One obligation: how it stands, what and for whom, why it is owed, by when and by whom, and what to do about it. */
export const ObligationRow = ({
  obligation,
  today,
  showAccount = true,
  onDialog,
}: {
  obligation: ObligationView;
  today: IsoDay;
  showAccount?: boolean;
  onDialog: (kind: ObligationDialogKind) => void;
}) => {
  const { t } = useTranslation();
  const words = useObligationWords();
  const mayLog = useMay("interaction.log");
  const reopen = useReopenObligation();
  const { can, status, moves, dueOn, account } = obligation;
  const isOpen = status === "open";
  const provesByContact = obligation.contactKinds.length > 0;
  const more = [
    ...(can.fulfil && provesByContact
      ? [{ key: "done" as const, label: t("obligation.done") }]
      : []),
    ...(can.drop ? [{ key: "drop" as const, label: t("obligation.drop") }] : []),
    ...(moves > 0
      ? [{ key: "moves" as const, label: t("obligation.moved", { count: moves }) }]
      : []),
  ];
  return (
    <JudgementRow
      mark={<ObligationMark obligation={obligation} />}
      title={
        showAccount ? (
          <Link to="/accounts/$accountId" params={{ accountId: account.id }}>
            {account.name}
          </Link>
        ) : (
          words.what(obligation)
        )
      }
      {...(showAccount && { about: words.what(obligation) })}
      stake={
        isOpen ? (
          <span data-bad={obligation.isOverdue || undefined} className={styles["due"]}>
            <Day on={dueOn} today={today} absolute /> · {words.due(obligation, today)}
          </span>
        ) : (
          <Day on={obligation.fulfilledOn ?? dueOn} today={today} absolute />
        )
      }
      reason={
        isOpen ? (
          words.counts(obligation)
        ) : (
          <>
            {words.outcome(obligation)}
            {obligation.fulfilmentNote !== null && (
              <span className={styles["note"]}>{obligation.fulfilmentNote}</span>
            )}
          </>
        )
      }
      evidence={
        <>
          <span>
            {obligation.owner === null ? (
              <strong className={styles["nobody"]}>{t("obligation.nobody")}</strong>
            ) : (
              obligation.owner.name
            )}
          </span>
          <Link to="/settings/service-policy" className={styles["why"]}>
            {words.why(obligation)}
          </Link>
          {moves > 0 && <span>{t("obligation.moved", { count: moves })}</span>}
        </>
      }
      actions={
        <>
          {isOpen && mayLog && provesByContact && (
            <Button size="small" type="primary" onClick={() => onDialog("log")}>
              {t("obligation.logContact")}
            </Button>
          )}
          {can.fulfil && !provesByContact && (
            <Button size="small" type="primary" onClick={() => onDialog("done")}>
              {t("obligation.done")}
            </Button>
          )}
          {can.move && (
            <Button size="small" onClick={() => onDialog("move")}>
              {t("obligation.move")}
            </Button>
          )}
          {can.reopen && (
            <Button
              size="small"
              loading={reopen.isPending}
              onClick={() =>
                reopen.mutate({
                  params: { obligationId: obligation.id },
                  ifMatch: obligation.version,
                })
              }
            >
              {t("obligation.reopen")}
            </Button>
          )}
          {more.length > 0 && (
            <Dropdown
              trigger={["click"]}
              menu={{ items: more, onClick: ({ key }) => onDialog(key as ObligationDialogKind) }}
            >
              <Button
                size="small"
                type="text"
                icon={<Icon name="more" />}
                aria-label={`${account.name} · ${t("obligation.more")}`}
              />
            </Dropdown>
          )}
        </>
      }
    />
  );
};
