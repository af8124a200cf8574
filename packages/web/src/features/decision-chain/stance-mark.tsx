import type { Stance } from "@mainstay/domain/stance/stance";
import { useTranslation } from "react-i18next";
import { stanceShapes } from "./stance-shape.ts";
import styles from "./stance-mark.module.css";

/** Only the shape of a stance; the word has to stand beside it. */
export const StanceShape = ({
  stance,
  isStale = false,
  size = 14,
}: {
  stance: Stance | null;
  isStale?: boolean;
  size?: number;
}) => {
  const { path, fill, colour, isDashed } = stanceShapes[stance ?? "unknown"];
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 16 16"
      aria-hidden="true"
      className={styles["shape"]}
      style={{ color: `var(${isStale ? "--ink-3" : colour})` }}
    >
      <path
        d={path}
        fill={fill === 0 ? "none" : "currentColor"}
        fillOpacity={isStale ? fill * 0.4 : fill}
        stroke="currentColor"
        strokeWidth={1.5}
        strokeLinecap="round"
        strokeLinejoin="round"
        {...(isDashed && { strokeDasharray: "2.4 2.4" })}
      />
    </svg>
  );
};

/** Where a person stands: shape, colour and word together; greyed where the judgement is older than 90 days. */
export const StanceMark = ({
  stance,
  isStale = false,
  bare = false,
}: {
  /** Null: nobody has judged it. */
  stance: Stance | null;
  isStale?: boolean;
  /** Only the shape is seen; the word is read out and stands in the tooltip. */
  bare?: boolean;
}) => {
  const { t } = useTranslation();
  const word = t(`glossary.stance.${stance ?? "unknown"}`);
  const words = isStale ? t("chain.staleStance", { stance: word }) : word;
  return (
    <span
      className={styles["mark"]}
      style={{ color: `var(${isStale ? "--ink-3" : stanceShapes[stance ?? "unknown"].colour})` }}
      title={bare || isStale ? words : undefined}
    >
      <StanceShape stance={stance} isStale={isStale} />
      <span className={bare ? "visually-hidden" : undefined}>{bare ? words : word}</span>
    </span>
  );
};
