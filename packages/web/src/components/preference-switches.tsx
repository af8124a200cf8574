import { locales } from "@mainstay/phrases/locale";
import { Segmented } from "antd";
import { useTranslation } from "react-i18next";
import { changePreferences, themeChoices, usePreferences } from "../lib/preferences.ts";
import styles from "./preference-switches.module.css";

/** Language, appearance and 元/万元. */
export const PreferenceSwitches = () => {
  const { t } = useTranslation();
  const { locale, theme, amountUnit } = usePreferences();
  return (
    <div className={styles["switches"]}>
      <span id="switch-language">{t("app.language")}</span>
      <Segmented
        aria-labelledby="switch-language"
        size="small"
        value={locale}
        onChange={(next) => changePreferences({ locale: next })}
        options={locales.map((value) => ({
          value,
          label: <span lang={value}>{t(`app.languageName.${value}`)}</span>,
        }))}
      />
      <span id="switch-theme">{t("app.theme")}</span>
      <Segmented
        aria-labelledby="switch-theme"
        size="small"
        value={theme}
        onChange={(next) => changePreferences({ theme: next })}
        options={themeChoices.map((value) => ({ value, label: t(`app.themeName.${value}`) }))}
      />
      <span id="switch-unit">{t("app.amountUnit")}</span>
      <Segmented
        aria-labelledby="switch-unit"
        size="small"
        value={amountUnit}
        onChange={(next) => changePreferences({ amountUnit: next })}
        options={(["yuan", "ten_thousand_yuan"] as const).map((value) => ({
          value,
          label: t(`app.amountUnitName.${value}`),
        }))}
      />
    </div>
  );
};
