import type { RelationshipSummary } from "@mainstay/contract/relationship";
import { knownShareNeeded } from "@mainstay/domain/relationship/support-index";
import { formatNumber } from "@mainstay/phrases/format/format-number";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { FormulaHint, type FormulaInput } from "../../components/formula-hint.tsx";
import { Share } from "../../components/share.tsx";
import { IndexText, indexText } from "./index-text.tsx";
import styles from "./relationship-figures.module.css";

type FigureName = "support_index" | "coverage" | "known_share" | "threads" | "bus_factor";

/** The five measures; each says on hover how it was reckoned. */
export const RelationshipFigures = ({ summary }: { summary: RelationshipSummary }) => {
  const { t } = useTranslation();
  const { supportIndex, supportIndexBefore: before, knownShare, threadCount, busFactor } = summary;
  const isGreyed = knownShare !== null && knownShare < knownShareNeeded;
  const inputs = (...names: readonly [FigureName, ReactNode][]): FormulaInput[] =>
    names.map(([key, value]) => ({ key, label: t(`relationship.name.${key}`), value }));
  const figure = (
    name: FigureName,
    value: ReactNode,
    about?: ReactNode,
    options: { tone?: "red" | "amber" | undefined; inputs?: FormulaInput[] } = {},
  ) => (
    <div className={styles["figure"]}>
      <dt>{t(`relationship.name.${name}`)}</dt>
      <dd>
        <span className={styles["value"]} data-tone={options.tone}>
          <FormulaHint
            title={t(`relationship.name.${name}`)}
            formula={
              <>
                {t(`relationship.formula.${name}`)}
                <br />
                {(name === "support_index" || name === "coverage") && t("relationship.weight")}
              </>
            }
            inputs={options.inputs ?? []}
          >
            {value}
          </FormulaHint>
        </span>
        <span className={styles["about"]}>{about}</span>
      </dd>
    </div>
  );
  return (
    <dl className={styles["figures"]}>
      {figure(
        "support_index",
        <IndexText value={supportIndex} isGreyed={isGreyed} />,
        isGreyed ? (
          t("relationship.greyed")
        ) : supportIndex !== null && before !== null ? (
          <>
            {t("relationship.change", { change: indexText(supportIndex - before) })}
            {summary.trend !== null && ` · ${t(`relationship.trend.${summary.trend}`)}`}
          </>
        ) : undefined,
        { inputs: inputs(["known_share", <Share key="known" of={knownShare} />]) },
      )}
      {figure("coverage", <Share of={summary.coverage} />)}
      {figure("known_share", <Share of={knownShare} />)}
      {figure("threads", formatNumber(threadCount), undefined, {
        tone: summary.members === 0 ? undefined : toneOfThreads(threadCount),
      })}
      {figure("bus_factor", formatNumber(busFactor), undefined, {
        tone: summary.members > 0 && busFactor < 2 ? "red" : undefined,
      })}
    </dl>
  );
};

const toneOfThreads = (threads: number) =>
  threads < 2 ? ("red" as const) : threads < 3 ? ("amber" as const) : undefined;
