import type { Dossier } from "@mainstay/contract/fact";
import { useTranslation } from "react-i18next";
import { Icon } from "../../components/icon.tsx";
import styles from "./dossier.module.css";

/** What holds for the whole dossier: use restricted, profiling objected to, or not all of it yours to see. */
export const DossierNotes = ({ dossier }: { dossier: Dossier }) => {
  const { t } = useTranslation();
  const seesPersonal = dossier.classes.includes("P");
  const due = dossier.facts.filter(({ isDue, can }) => isDue && can.verify).length;
  const words = [
    dossier.isPlaceholder && t("fact.placeholder"),
    dossier.isRestricted && t("fact.restricted"),
    dossier.hasObjectedToProfiling && t("fact.objected"),
    !seesPersonal && `${t("fact.businessOnly")}${t("fact.businessOnlyAsk")}`,
    seesPersonal && !dossier.classes.includes("S") && t("fact.noSensitive"),
    due > 0 && t("fact.dueCount", { count: due }),
  ].filter((one) => one !== false);
  if (words.length === 0) return null;
  return (
    <ul className={styles["notes"]}>
      {words.map((one) => (
        <li key={one}>
          <Icon name="info" size={14} />
          <span>{one}</span>
        </li>
      ))}
    </ul>
  );
};
