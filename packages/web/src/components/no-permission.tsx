import { useTranslation } from "react-i18next";
import { useAdministrators } from "../lib/administrators.ts";
import styles from "./state.module.css";

/** Not yours to see: says so and whom to ask. */
export const NoPermission = ({ words }: { words?: string }) => {
  const { t } = useTranslation();
  const names = useAdministrators();
  return (
    <div className={styles["state"]} data-screen>
      <h1 className={styles["title"]}>{t("state.noPermission")}</h1>
      <p className={styles["words"]}>
        {words}{" "}
        {names.length > 0
          ? t("state.askNamed", { names: names.join(t("state.and")) })
          : t("state.askAdministrator")}
      </p>
    </div>
  );
};
