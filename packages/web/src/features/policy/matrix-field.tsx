import type { EvaluationSettings } from "@mainstay/domain/evaluation/evaluation-settings";
import { formatMoney } from "@mainstay/phrases/format/format-money";
import { formatShare } from "@mainstay/phrases/format/format-number";
import { useNavigate } from "@tanstack/react-router";
import { useCallback, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { Chart } from "../../components/chart.tsx";
import { useInk } from "../../components/use-ink.ts";
import { useIsPhone } from "../../lib/media.ts";
import { usePreferences } from "../../lib/preferences.ts";
import { CutLine } from "./cut-line.tsx";
import { matrixOption } from "./matrix-option.ts";
import { MatrixRegions } from "./matrix-regions.tsx";
import type { MatrixPoint, PreviewedMove } from "./preview-moves.ts";
import styles from "./matrix-field.module.css";

/** The picture: regions of the segments, the accounts as points, and the lines between the regions to be dragged. */
export const MatrixField = ({
  points,
  currency,
  settings,
  moves,
  mayMove,
  onChange,
}: {
  points: readonly MatrixPoint[];
  currency: string;
  settings: EvaluationSettings;
  moves: readonly PreviewedMove[];
  mayMove: boolean;
  onChange: (changed: Partial<EvaluationSettings>) => void;
}) => {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { locale, amountUnit } = usePreferences();
  const ink = useInk();
  const isPhone = useIsPhone();
  const option = useMemo(
    () =>
      matrixOption(
        points,
        ink,
        {
          level: (level) => t(`glossary.level.${level}`),
          about: (point) => [
            point.name,
            `${t(`glossary.segment.${point.segment ?? "none"}`)} · ${t(`glossary.level.${point.level}`)}`,
            `${t("policy.pointRevenue")} ${formatMoney(point.revenue12mMinor, currency, locale, { unit: amountUnit })}`,
            `${t("policy.pointValue")} ${formatShare(point.valuePercentile)} · ${t("policy.pointPotential")} ${formatShare(point.potential)}`,
          ],
        },
        isPhone ? { least: 5, most: 20 } : { least: 7, most: 34 },
      ),
    [points, ink, currency, locale, amountUnit, isPhone, t],
  );
  const open = useCallback(
    ({ data }: { data: unknown }) => {
      const { point } = data as { point: MatrixPoint };
      void navigate({ to: "/accounts/$accountId", params: { accountId: point.id } });
    },
    [navigate],
  );
  const { potentialCut, coreTopShare, maintainValueCut } = settings;
  const coreAt = 1 - coreTopShare;
  return (
    <div className={styles["box"]}>
      <div className={styles["under"]}>
        <MatrixRegions settings={settings} />
      </div>
      <Chart
        option={option}
        height={isPhone ? 460 : 540}
        label={t("policy.matrixLabel", { count: points.length })}
        onPick={open}
      />
      <div className={styles["over"]}>
        <svg className={styles["rings"]} aria-hidden="true">
          {moves.slice(0, 300).map(({ point }) => (
            <circle
              key={point.id}
              cx={`${point.potential * 100}%`}
              cy={`${(1 - point.valuePercentile) * 100}%`}
              r={10}
            />
          ))}
        </svg>
        <CutLine
          label={t("policy.line.potential")}
          valueText={t("policy.lineFrom", { share: formatShare(potentialCut) })}
          orientation="vertical"
          at={potentialCut}
          least={0.02}
          most={0.98}
          isLocked={!mayMove}
          onMove={(at) => onChange({ potentialCut: at })}
        />
        <CutLine
          label={t("policy.line.core")}
          valueText={t("policy.lineTop", { share: formatShare(coreTopShare) })}
          orientation="horizontal"
          at={coreAt}
          least={0.5}
          most={0.99}
          isLocked={!mayMove}
          onMove={(at) => onChange({ coreTopShare: Math.round((1 - at) * 100) / 100 })}
        />
        <CutLine
          label={t("policy.line.maintain")}
          valueText={t("policy.lineFrom", { share: formatShare(maintainValueCut) })}
          orientation="horizontal"
          at={maintainValueCut}
          least={0.01}
          most={Math.min(0.95, coreAt)}
          isLocked={!mayMove}
          onMove={(at) => onChange({ maintainValueCut: at })}
        />
        <span className={styles["axisX"]}>{t("policy.axisPotential")}</span>
        <span className={styles["axisY"]}>{t("policy.axisValue")}</span>
      </div>
    </div>
  );
};
