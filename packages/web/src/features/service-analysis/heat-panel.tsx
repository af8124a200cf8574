import { serviceAnalysis, type VoiceFigure } from "@mainstay/contract/service-analysis";
import { type VoiceScale, voiceScales } from "@mainstay/domain/survey/survey-kind";
import { formatNumber, formatShare } from "@mainstay/phrases/format/format-number";
import { Link } from "@tanstack/react-router";
import { Segmented } from "antd";
import { useTranslation } from "react-i18next";
import { ErrorState } from "../../components/error-state.tsx";
import { FormulaHint } from "../../components/formula-hint.tsx";
import { Skeleton } from "../../components/skeleton.tsx";
import { useAnswer } from "../../lib/query.ts";
import plain from "../account-page/plain-table.module.css";
import { SettingBlock } from "../setting/setting-block.tsx";
import type { VoiceSearch } from "../voice-result/voice-search.ts";
import styles from "./analysis.module.css";

/** Net promoter scores are points, the others shares. */
export const voiceValue = (scale: VoiceScale, value: number): string =>
  scale === "nps" ? formatNumber(value) : formatShare(value);

/** Low, middle or high of its scale: the shade of a cell, beside the figure itself. */
const shadeOf = (scale: VoiceScale, { value }: VoiceFigure) => {
  if (value === null) return undefined;
  const part = scale === "nps" ? (value + 100) / 200 : value;
  return part < 0.5 ? "low" : part < 0.75 ? "middle" : "high";
};

const ofDepartment = (department: { id: string } | null): VoiceSearch => ({
  department: department?.id ?? "none",
});

/** Satisfaction by department and segment: a table whose cells are shaded; few answers are hidden. */
export const HeatPanel = ({
  from,
  to,
  scale,
  onScale,
}: {
  from: string;
  to: string;
  scale: VoiceScale;
  onScale: (scale: VoiceScale) => void;
}) => {
  const { t } = useTranslation();
  const found = useAnswer(serviceAnalysis.satisfaction, { query: { from, to, scale } });
  const cell = (figure: VoiceFigure, key: string, of: VoiceSearch) => (
    <td key={key} data-numeric className={styles["cell"]} data-shade={shadeOf(scale, figure)}>
      {figure.value === null ? (
        <span className="muted">{t("serviceAnalysis.heat.hidden")}</span>
      ) : (
        <FormulaHint
          title={t("serviceAnalysis.heat.title")}
          formula={t(`serviceAnalysis.heat.formula.${scale}`)}
          inputs={[
            { key: "n", label: "n", value: figure.n },
            ...(figure.interval
              ? [
                  {
                    key: "ci",
                    label: "95%",
                    value: `${voiceValue(scale, figure.interval.low)} … ${voiceValue(scale, figure.interval.high)}`,
                  },
                ]
              : []),
          ]}
          rows={
            <Link to="/voice/answers" search={{ scale, from, to, ...of }}>
              {t("serviceAnalysis.openCell")}
            </Link>
          }
        >
          {voiceValue(scale, figure.value)}{" "}
          <small>{t("serviceAnalysis.heat.n", { n: figure.n })}</small>
        </FormulaHint>
      )}
    </td>
  );
  const body = () => {
    if (found.isError)
      return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
    if (!found.data) return <Skeleton lines={4} />;
    const { departments, segments } = found.data;
    if (departments.length === 0) return <p className="muted">{t("serviceAnalysis.heat.none")}</p>;
    return (
      <div
        style={{ overflowX: "auto" }}
        tabIndex={0}
        role="region"
        aria-label={t("serviceAnalysis.heat.title")}
      >
        <table className={plain["table"]}>
          <thead>
            <tr>
              <th scope="col">{t("serviceAnalysis.heat.department")}</th>
              <th scope="col" data-numeric>
                {t("serviceAnalysis.heat.all")}
              </th>
              {segments.map((segment) => (
                <th key={segment ?? ""} scope="col" data-numeric>
                  {segment === null
                    ? t("serviceAnalysis.heat.noSegment")
                    : t(`glossary.segment.${segment}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {departments.map((row) => (
              <tr key={row.department?.id ?? ""}>
                <th scope="row">
                  {row.department?.name ?? t("serviceAnalysis.heat.noDepartment")}
                </th>
                {cell(row.all, "all", ofDepartment(row.department))}
                {row.cells.map((figure, index) => {
                  const segment = segments[index];
                  return cell(figure, segment ?? "none", {
                    ...ofDepartment(row.department),
                    of: segment ?? "none",
                  });
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    );
  };
  return (
    <SettingBlock
      title={t("serviceAnalysis.heat.title")}
      lead={t("serviceAnalysis.heat.lead")}
      actions={
        <Segmented
          size="small"
          aria-label={t("serviceAnalysis.heat.scale")}
          value={scale}
          onChange={(next) => onScale(next as VoiceScale)}
          options={voiceScales.map((value) => ({ value, label: t(`feedbackLoop.scale.${value}`) }))}
        />
      }
    >
      {body()}
    </SettingBlock>
  );
};
