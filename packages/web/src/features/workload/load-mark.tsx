import type { LoadLevel } from "@mainstay/domain/workload/judge-load";
import { useTranslation } from "react-i18next";
import styles from "./team-screen.module.css";

/** Shapes that differ without colour: two bars over the line, one over, on it, below. */
const shapes: Record<LoadLevel, string> = {
  overloaded: "M2 9h12M5 9V2M8 9V2M11 9V2",
  busy: "M2 9h12M6 9V4M10 9V4",
  even: "M2 9h12M8 9V6",
  light: "M2 9h12M8 9v3",
};

/** How much somebody carries: colour, shape and word together. */
export const LoadMark = ({ level }: { level: LoadLevel }) => {
  const { t } = useTranslation();
  return (
    <span className={styles["mark"]} data-level={level}>
      <svg width={14} height={14} viewBox="0 0 16 16" aria-hidden="true">
        <path
          d={shapes[level]}
          fill="none"
          stroke="currentColor"
          strokeWidth={1.75}
          strokeLinecap="round"
        />
      </svg>
      {t(`workload.level.${level}`)}
    </span>
  );
};
