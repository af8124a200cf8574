import type { CaseLevel } from "@mainstay/domain/case/case-kind";
import { useTranslation } from "react-i18next";
import type { CaseTone } from "./case-judgement.ts";
import styles from "./case.module.css";

const shapes = {
  bad: "M8 2l6 6-6 6-6-6z",
  warn: "M8 3a5 5 0 1 1 0 10a5 5 0 1 1 0-10M8 5.5V8l1.8 1.2",
  quiet: "M8 3.5a4.5 4.5 0 1 1 0 9a4.5 4.5 0 1 1 0-9",
  good: "M3 8.5l3.2 3.2L13 5",
} as const;

/** How a case stands: colour, shape and words together. */
export const CaseMark = ({ tone, words }: { tone: CaseTone; words: string }) => (
  <span className={styles["mark"]} data-tone={tone}>
    <svg width={14} height={14} viewBox="0 0 16 16" aria-hidden="true">
      <path d={shapes[tone]} />
    </svg>
    {words}
  </span>
);

const bars = { general: 1, major: 2, urgent: 3 } as const;

/** How grave: one, two or three bars and the word. */
export const LevelOfCase = ({ level }: { level: CaseLevel }) => {
  const { t } = useTranslation();
  return (
    <span className={styles["level"]} data-level={level}>
      <svg width={12} height={12} viewBox="0 0 12 12" aria-hidden="true">
        {[0, 1, 2].map((one) => (
          <rect
            key={one}
            x={1 + one * 4}
            y={8 - one * 3}
            width={2.5}
            height={3 + one * 3}
            rx={0.6}
            data-on={one < bars[level] || undefined}
          />
        ))}
      </svg>
      {t(`case.level.${level}`)}
    </span>
  );
};

/** A shorter clock is promised to this account. */
export const GreenChannelTag = () => {
  const { t } = useTranslation();
  return (
    <span className={styles["green"]}>
      <svg width={12} height={12} viewBox="0 0 12 12" aria-hidden="true">
        <path d="M2 6h6M5.5 3L9 6 5.5 9" />
      </svg>
      {t("case.judgement.greenChannel")}
    </span>
  );
};
