import type { FactClass } from "@mainstay/domain/fact/fact-class";
import { useTranslation } from "react-i18next";
import styles from "./fact-class-mark.module.css";

/** A square for business, a person for personal, a lock for sensitive: told apart without colour. */
const shapes: Readonly<Record<FactClass, string>> = {
  B: "M3.5 3.5h9v9h-9z",
  P: "M8 5.2m-2.4 0a2.4 2.4 0 1 0 4.8 0a2.4 2.4 0 1 0-4.8 0M3.4 13c.5-2.6 2.2-3.8 4.6-3.8s4.1 1.2 4.6 3.8",
  S: "M4 7.5h8v5.5H4zM5.5 7.5V5.6a2.5 2.5 0 0 1 5 0v1.9",
};

/** How delicate a fact is: shape and word together. */
export const FactClassMark = ({ of }: { of: FactClass }) => {
  const { t } = useTranslation();
  return (
    <span className={styles["mark"]} data-class={of}>
      <svg
        width={12}
        height={12}
        viewBox="0 0 16 16"
        fill="none"
        stroke="currentColor"
        strokeWidth={1.6}
        strokeLinejoin="round"
        aria-hidden="true"
      >
        <path d={shapes[of]} />
      </svg>
      {t(`glossary.factClass.${of}`)}
    </span>
  );
};
