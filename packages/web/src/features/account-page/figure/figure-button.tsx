import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Figure } from "./figure-format.ts";
import styles from "./figure-button.module.css";

/** A number that opens its formula and its rows. */
export const FigureButton = ({
  figure,
  onFigure,
  children,
}: {
  figure: Figure;
  onFigure: (figure: Figure) => void;
  children: ReactNode;
}) => {
  const { t } = useTranslation();
  return (
    <button
      type="button"
      className={styles["figure"]}
      title={t(`figure.words.${figure}`)}
      aria-haspopup="dialog"
      aria-description={t("figure.open", { figure: t(`figure.name.${figure}`) })}
      onClick={() => onFigure(figure)}
    >
      {children}
    </button>
  );
};
