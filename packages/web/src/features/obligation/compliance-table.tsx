import type { AnswerOf } from "@mainstay/contract/endpoint/endpoint";
import type { obligations } from "@mainstay/contract/obligation";
import { useTranslation } from "react-i18next";
import { Button } from "antd";
import { FormulaHint } from "../../components/formula-hint.tsx";
import { Share } from "../../components/share.tsx";
import styles from "./obligation.module.css";

type Compliance = AnswerOf<typeof obligations.compliance>;
type Group = Compliance["groups"][number];
type Outcome = "on_time" | "late" | "missed" | "overdue";

const outcomes = [
  ["on_time", "onTime"],
  ["late", "late"],
  ["missed", "missed"],
  ["overdue", "overdue"],
] as const;

const Rate = ({ of }: { of: Compliance["total"] }) => {
  const { t } = useTranslation();
  return (
    <FormulaHint
      title={t("obligation.compliance.rate")}
      formula={t("obligation.compliance.formula")}
    >
      {of.rate !== null && (
        <span className={styles["rateBar"]} aria-hidden="true">
          <span style={{ width: `${of.rate * 100}%` }} />
        </span>
      )}
      <Share of={of.rate} />{" "}
      <span className="muted">
        {t("obligation.compliance.of", { onTime: of.onTime, due: of.due })}
      </span>
    </FormulaHint>
  );
};

/** Each group a row, the lowest rate first; every count opens the rows it counts. Cards on a phone. */
export const ComplianceTable = ({
  found,
  nameOf,
  onOpen,
}: {
  found: Compliance;
  nameOf: (group: Group) => string;
  onOpen: (group: Group, outcome?: Outcome) => void;
}) => {
  const { t } = useTranslation();
  return (
    <div className={styles["scroll"]}>
      <table className={styles["rates"]}>
        <thead>
          <tr>
            <th scope="col" />
            <th scope="col">{t("obligation.compliance.rate")}</th>
            {outcomes.map(([, name]) => (
              <th key={name} scope="col" data-numeric>
                {t(`obligation.compliance.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {found.groups.map((group) => (
            <tr key={group.key ?? "none"}>
              <th scope="row">
                <Button
                  type="link"
                  size="small"
                  aria-label={t("obligation.compliance.open", { name: nameOf(group) })}
                  onClick={() => onOpen(group)}
                >
                  {nameOf(group)}
                </Button>
              </th>
              <td data-label={t("obligation.compliance.rate")}>
                <Rate of={group} />
              </td>
              {outcomes.map(([outcome, name]) => (
                <td key={name} data-label={t(`obligation.compliance.${name}`)} data-numeric>
                  {group[name] === 0 ? (
                    <span className="muted">0</span>
                  ) : (
                    <Button type="link" size="small" onClick={() => onOpen(group, outcome)}>
                      {group[name]}
                    </Button>
                  )}
                </td>
              ))}
            </tr>
          ))}
          <tr data-total>
            <th scope="row">{t("obligation.compliance.total")}</th>
            <td data-label={t("obligation.compliance.rate")}>
              <Rate of={found.total} />
            </td>
            {outcomes.map(([, name]) => (
              <td key={name} data-label={t(`obligation.compliance.${name}`)} data-numeric>
                {found.total[name]}
              </td>
            ))}
          </tr>
        </tbody>
      </table>
    </div>
  );
};
