import type { HealthBand } from "@mainstay/domain/health/health-band";
import type { RiskLevel } from "@mainstay/domain/account/risk-level";
import type { SignalSeverity } from "@mainstay/domain/signal/signal-kind";
import { useTranslation } from "react-i18next";
import styles from "./level-mark.module.css";

/** Shapes that differ without colour: full disc, half disc, ring, triangle, diamond, dashes. */
const shapes = {
  critical: "M8 2.5l6 11H2z",
  act: "M8 2l6 6-6 6-6-6z",
  watch: "M8 3a5 5 0 0 1 0 10zM8 3a5 5 0 1 0 0 10",
  fine: "M8 3a5 5 0 1 1 0 10a5 5 0 1 1 0-10M5.8 8.2l1.5 1.5L10.4 6.5",
  lost: "M4 4l8 8M12 4l-8 8",
  unknown: "M3.5 8h2M7 8h2M10.5 8h2",
} as const;

const Shape = ({ kind }: { kind: keyof typeof shapes }) => {
  const isSolid = kind === "critical" || kind === "act";
  return (
    <svg width={14} height={14} viewBox="0 0 16 16" aria-hidden="true" style={{ flex: "none" }}>
      <path
        d={shapes[kind]}
        fill={isSolid ? "currentColor" : kind === "watch" ? "currentColor" : "none"}
        fillOpacity={kind === "watch" ? 0.35 : 1}
        stroke="currentColor"
        strokeWidth={1.5}
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
};

/** How an account's order rhythm stands: colour, shape and word together. */
export const LevelMark = ({ level, bare = false }: { level: RiskLevel; bare?: boolean }) => {
  const { t } = useTranslation();
  const word = t(`glossary.level.${level}`);
  return (
    <span className={styles["mark"]} data-tone={toneOfLevel[level]} title={bare ? word : undefined}>
      <Shape kind={level === "act" ? "act" : level === "lost" ? "critical" : level} />
      <span className={bare ? "visually-hidden" : undefined}>{word}</span>
    </span>
  );
};

/** How urgent a signal is: colour, shape and word together. */
export const SeverityMark = ({ severity }: { severity: SignalSeverity }) => {
  const { t } = useTranslation();
  return (
    <span className={styles["mark"]} data-tone={toneOfSeverity[severity]}>
      <Shape kind={severity} />
      <span>{t(`glossary.severity.${severity}`)}</span>
    </span>
  );
};

/** An account's health: colour, shape and word together. */
export const HealthBandMark = ({ band }: { band: HealthBand }) => {
  const { t } = useTranslation();
  const { tone, shape } = looksOfBand[band];
  return (
    <span className={styles["mark"]} data-tone={tone}>
      <Shape kind={shape} />
      <span>{t(`glossary.healthBand.${band}`)}</span>
    </span>
  );
};

const looksOfBand: Record<HealthBand, { tone: string; shape: keyof typeof shapes }> = {
  green: { tone: "green", shape: "fine" },
  amber: { tone: "amber", shape: "watch" },
  red: { tone: "red", shape: "critical" },
  insufficient: { tone: "grey", shape: "unknown" },
};

const toneOfLevel: Record<RiskLevel, string> = {
  unknown: "grey",
  fine: "green",
  watch: "amber",
  act: "red",
  lost: "red",
};

const toneOfSeverity: Record<SignalSeverity, string> = {
  watch: "amber",
  act: "red",
  critical: "red",
};
