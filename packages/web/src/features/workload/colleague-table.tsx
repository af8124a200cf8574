import type { WorkloadView } from "@mainstay/contract/workload";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { FormulaHint } from "../../components/formula-hint.tsx";
import { Money } from "../../components/money.tsx";
import { LoadMark } from "./load-mark.tsx";
import styles from "./team-screen.module.css";

type Colleague = WorkloadView["colleagues"][number];

const Count = ({
  label,
  value,
  isBad,
  note,
}: {
  label: string;
  value: number;
  isBad?: boolean;
  note?: string | undefined;
}) => (
  <td data-label={label} data-numeric>
    <span className="numeric" data-bad={(isBad && value > 0) || undefined}>
      {value}
    </span>
    {note !== undefined && <span className={styles["note"]}>{note}</span>}
  </td>
);

const Row = ({ colleague, view }: { colleague: Colleague; view: WorkloadView }) => {
  const { t } = useTranslation();
  const { user } = colleague;
  return (
    <tr>
      <th scope="row">
        <Link
          to="/"
          search={{ show: "signal", scope: "all", owner: user.id } as never}
          title={t("workload.see", { name: user.name })}
        >
          {user.name}
        </Link>
        <span className={styles["note"]}>
          {[t(`glossary.role.${user.role}`), user.departmentName].filter(Boolean).join(" · ")}
        </span>
        {colleague.away !== null && (
          <span className={styles["note"]}>
            {t("workload.away", {
              on: colleague.away.untilOn,
              name: colleague.away.delegate.name,
            })}
          </span>
        )}
      </th>
      <td data-label={t("workload.load")}>
        <span className={styles["load"]}>
          <LoadMark level={colleague.level} />
          <FormulaHint title={t("workload.load")} formula={t("workload.formula")}>
            {t("workload.points", { count: colleague.points })}
          </FormulaHint>
        </span>
      </td>
      <Count label={t("workload.keyAccounts")} value={colleague.keyAccounts} />
      <Count
        label={t("workload.signals")}
        value={colleague.signals}
        note={
          colleague.urgentSignals > 0
            ? t("workload.urgent", { count: colleague.urgentSignals })
            : undefined
        }
      />
      <td data-label={t("workload.atStake")} data-numeric>
        <Money minor={colleague.moneyAtStakeMinor} currency={view.baseCurrency} />
      </td>
      <Count
        label={t("workload.overdue")}
        value={colleague.overdue}
        isBad
        note={
          colleague.approvalsOverdue > 0
            ? t("workload.approvals", { count: colleague.approvalsOverdue })
            : undefined
        }
      />
      <Count label={t("workload.dueThisWeek")} value={colleague.dueThisWeek} />
      <Count
        label={t("workload.handovers")}
        value={colleague.handovers}
        note={
          colleague.handoversOverdue > 0
            ? t("workload.handoversOverdue", { count: colleague.handoversOverdue })
            : undefined
        }
      />
    </tr>
  );
};

/** Each colleague a row, the most burdened first; cards on a phone. */
export const ColleagueTable = ({ view }: { view: WorkloadView }) => {
  const { t } = useTranslation();
  const heads = [
    "keyAccounts",
    "signals",
    "atStake",
    "overdue",
    "dueThisWeek",
    "handovers",
  ] as const;
  return (
    <div className={styles["scroll"]}>
      <table className={styles["table"]}>
        <thead>
          <tr>
            <th scope="col">{t("workload.colleague")}</th>
            <th scope="col">{t("workload.load")}</th>
            {heads.map((head) => (
              <th key={head} scope="col" data-numeric>
                {t(`workload.${head}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {view.colleagues.map((colleague) => (
            <Row key={colleague.user.id} colleague={colleague} view={view} />
          ))}
        </tbody>
      </table>
    </div>
  );
};
