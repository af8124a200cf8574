import type { HealthView } from "@mainstay/contract/health";
import { useTranslation } from "react-i18next";
import { FormulaHint } from "../../components/formula-hint.tsx";
import styles from "./health-section.module.css";

/** The six inputs with score and weight; each name gives its formula, what nothing can tell yet says so. */
export const HealthInputs = ({
  inputs,
  knownWeight,
}: {
  inputs: HealthView["inputs"];
  knownWeight: number;
}) => {
  const { t } = useTranslation();
  return (
    <div>
      <h3>
        {t("health.inputs")}{" "}
        <span className="muted">{t("health.known", { weight: Math.round(knownWeight) })}</span>
      </h3>
      <table className={styles["inputs"]}>
        <tbody>
          {inputs.map(({ input, score, weight, effectiveWeight, hasSource }) => (
            <tr key={input}>
              <th scope="row">
                <FormulaHint
                  title={t(`health.input.${input}`)}
                  formula={t(`health.formula.${input}`)}
                >
                  {t(`health.input.${input}`)}
                </FormulaHint>
              </th>
              <td className="muted">
                {score === null
                  ? t("health.weight", { weight })
                  : t("health.counts", { weight: Math.round(effectiveWeight) })}
              </td>
              <td className={styles["share"]}>
                {score !== null && (
                  <span className={styles["bar"]} aria-hidden="true">
                    <span style={{ width: `${score}%` }} />
                  </span>
                )}
              </td>
              <td className="numeric">
                {score === null ? (
                  <span className="muted">
                    {t(hasSource ? "health.unknown" : "health.noSource")}
                  </span>
                ) : (
                  t("health.score", { score: Math.round(score) })
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};
