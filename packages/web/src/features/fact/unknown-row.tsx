import type { FactKind } from "@mainstay/domain/fact/fact-kind";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import styles from "./dossier.module.css";

/** A field nobody has filled yet: a gap shown as a gap, with what it would be good for. */
export const UnknownRow = ({ kind, onAdd }: { kind: FactKind; onAdd: (() => void) | null }) => {
  const { t } = useTranslation();
  const word = t(`glossary.factKind.${kind}`);
  return (
    <li className={styles["fact"]} data-kind={kind}>
      <div className={styles["what"]}>
        <span className={styles["kind"]}>{word}</span>
        <span className={styles["use"]}>{t(`fact.use.${kind}`)}</span>
      </div>
      <p className="muted">{t("fact.unknown")}</p>
      {onAdd !== null && (
        <div className={styles["acts"]}>
          <Button size="small" aria-label={t("fact.addKind", { kind: word })} onClick={onAdd}>
            {t("fact.add")}
          </Button>
        </div>
      )}
    </li>
  );
};
