import type { FactView } from "@mainstay/contract/fact";
import type { FactValue } from "@mainstay/domain/fact/fact-value";
import { factValueWords } from "@mainstay/phrases/fact/fact-value-words";
import { Button, Dropdown } from "antd";
import { useTranslation } from "react-i18next";
import { Icon } from "../../components/icon.tsx";
import { usePreferences } from "../../lib/preferences.ts";
import styles from "./dossier.module.css";
import { FactClassMark } from "./fact-class-mark.tsx";

export type FactAct = "verify" | "correct" | "delete" | "reveal";

/** One fact: what it says, how delicate it is, why it may be kept, how old it is and when it goes. */
export const FactRow = ({
  fact,
  revealed,
  onAct,
  onHide,
}: {
  fact: FactView;
  /** The sensitive value while it is shown. */
  revealed: FactValue | null;
  onAct: (act: FactAct, fact: FactView) => void;
  onHide: () => void;
}) => {
  const { t } = useTranslation();
  const { locale } = usePreferences();
  const kind = t(`glossary.factKind.${fact.kind}`);
  const value = fact.value ?? revealed;
  const { can } = fact;
  const menu = [
    ...(can.verify && !fact.isDue ? (["verify"] as const) : []),
    ...(can.correct ? (["correct"] as const) : []),
    ...(can.delete ? (["delete"] as const) : []),
  ];
  return (
    <li className={styles["fact"]} data-kind={fact.kind}>
      <div className={styles["what"]}>
        <span className={styles["kind"]}>{kind}</span>
        <span className={styles["use"]}>{t(`fact.use.${fact.kind}`)}</span>
      </div>
      <div className={styles["known"]}>
        <p className={styles["value"]} data-masked={value === null || undefined}>
          {value === null ? (
            <>
              <span aria-hidden="true">•••••• </span>
              <span className={styles["maskedWords"]}>{t("fact.masked")}</span>
            </>
          ) : (
            factValueWords(value, locale)
          )}
        </p>
        {revealed !== null && (
          <p className={styles["revealed"]} role="status">
            {t("fact.revealed")}
            <Button type="link" size="small" onClick={onHide}>
              {t("fact.hide")}
            </Button>
          </p>
        )}
        <p className={styles["about"]}>
          <FactClassMark of={fact.class} />
          <span>{t(`glossary.factBasis.${fact.basis}`)}</span>
          {fact.source !== "" && <span>{fact.source}</span>}
          <span>{t("fact.verifiedOn", { on: fact.verifiedOn })}</span>
          <span data-due={fact.isDue || undefined} className={styles["end"]}>
            {t("fact.keptUntil", { on: fact.expiresOn })}
          </span>
        </p>
        {fact.isDue && can.verify && (
          <p className={styles["due"]}>
            <Icon name="clock" size={12} /> {t("fact.due")}
            <Button size="small" onClick={() => onAct("verify", fact)}>
              {t("fact.verify")}
            </Button>
          </p>
        )}
      </div>
      <div className={styles["acts"]}>
        {can.reveal && revealed === null && (
          <Button size="small" onClick={() => onAct("reveal", fact)}>
            {t("fact.reveal")}
          </Button>
        )}
        {menu.length > 0 && (
          <Dropdown
            trigger={["click"]}
            menu={{
              items: menu.map((act) => ({
                key: act,
                label: t(`fact.${act}`),
                danger: act === "delete",
                onClick: () => onAct(act, fact),
              })),
            }}
          >
            <Button
              type="text"
              size="small"
              icon={<Icon name="more" />}
              aria-haspopup="menu"
              aria-label={t("fact.actsOn", { kind })}
            />
          </Dropdown>
        )}
      </div>
    </li>
  );
};
