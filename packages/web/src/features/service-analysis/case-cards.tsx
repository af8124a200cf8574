import type { AnswerOf } from "@mainstay/contract/endpoint/endpoint";
import type { serviceAnalysis } from "@mainstay/contract/service-analysis";
import { Link } from "@tanstack/react-router";
import { formatNumber } from "@mainstay/phrases/format/format-number";
import { useTranslation } from "react-i18next";
import { FormulaHint } from "../../components/formula-hint.tsx";
import type { CaseSearch } from "../case/case-search.ts";
import styles from "./analysis.module.css";
import { ShareRows } from "./share-rows.tsx";
import { shareFigures, useFigureWords } from "./use-figure-words.ts";

/** The figures of a period, each with its formula, its n and interval, what it was before, and the way to its rows. */
export const CaseCards = ({
  found,
  search,
}: {
  found: AnswerOf<typeof serviceAnalysis.cases>;
  /** The list of cases narrowed to what is counted here. */
  search: CaseSearch;
}) => {
  const { t } = useTranslation();
  const words = useFigureWords();
  const { total, before, isTimeExact } = found;
  const rows = (
    <Link to="/cases" search={search}>
      {t("serviceAnalysis.openRows")}
    </Link>
  );
  const compare = (value: string) => (
    <dd className={styles["before"]}>{t("serviceAnalysis.compare", { before: value })}</dd>
  );
  return (
    <dl className={styles["cards"]}>
      <div>
        <dt>{t("serviceAnalysis.figures.cases")}</dt>
        <dd>
          <FormulaHint
            title={t("serviceAnalysis.figures.cases")}
            formula={t("serviceAnalysis.formula.cases")}
            rows={rows}
          >
            {formatNumber(total.cases)}
          </FormulaHint>
        </dd>
        {compare(formatNumber(before.cases))}
      </div>
      {shareFigures.map((name) => {
        const interval = words.interval(total[name]);
        return (
          <div key={name}>
            <dt>{t(`serviceAnalysis.figures.${name}`)}</dt>
            <dd>
              <FormulaHint
                title={t(`serviceAnalysis.figures.${name}`)}
                formula={t(`serviceAnalysis.formula.${name}`)}
                inputs={[
                  {
                    key: "n",
                    label: t("serviceAnalysis.openRows"),
                    value: <ShareRows name={name} share={total[name]} search={search} />,
                  },
                  ...(interval === null ? [] : [{ key: "ci", label: "95%", value: interval }]),
                ]}
              >
                {words.share(total[name])}
              </FormulaHint>
            </dd>
            {compare(words.share(before[name]))}
          </div>
        );
      })}
      <div>
        <dt>{t("serviceAnalysis.figures.medianSolveHours")}</dt>
        <dd>
          <FormulaHint
            title={t("serviceAnalysis.figures.medianSolveHours")}
            formula={t("serviceAnalysis.formula.medianSolveHours")}
            rows={
              <>
                {!isTimeExact && <p>{t("serviceAnalysis.formula.approximate")}</p>}
                <Link to="/cases" search={{ ...search, outcome: "was_solved" }}>
                  {t("serviceAnalysis.openRows")}
                </Link>
              </>
            }
          >
            {words.hours(total.medianSolveHours)}
          </FormulaHint>
        </dd>
        {compare(words.hours(before.medianSolveHours))}
      </div>
    </dl>
  );
};
