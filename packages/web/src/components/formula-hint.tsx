import { Popover } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import styles from "./formula-hint.module.css";

export interface FormulaInput {
  readonly key: string;
  readonly label: ReactNode;
  readonly value: ReactNode;
}

/** A figure that says how it was reckoned: hover, focus or touch shows the formula, what went in and, below, the rows. */
export const FormulaHint = ({
  title,
  formula,
  inputs = [],
  rows,
  children,
  onOpen,
}: {
  title: string;
  formula: ReactNode;
  inputs?: readonly FormulaInput[];
  rows?: ReactNode;
  children: ReactNode;
  /** Called when it opens, to fetch what it shows. */
  onOpen?: () => void;
}) => {
  const { t } = useTranslation();
  return (
    <Popover
      trigger={["hover", "click"]}
      mouseEnterDelay={0.35}
      onOpenChange={(open) => open && onOpen?.()}
      content={
        <div className={styles["hint"]}>
          <p className={styles["title"]}>{title}</p>
          <p className={styles["formula"]}>{formula}</p>
          {inputs.length > 0 && (
            <dl className={styles["inputs"]}>
              {inputs.map((input) => (
                <div key={input.key}>
                  <dt>{input.label}</dt>
                  <dd>{input.value}</dd>
                </div>
              ))}
            </dl>
          )}
          {rows}
        </div>
      }
    >
      <button type="button" className={styles["figure"]} aria-description={t("app.formula")}>
        {children}
      </button>
    </Popover>
  );
};
