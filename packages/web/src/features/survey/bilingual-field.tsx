import type { BilingualWords } from "@mainstay/domain/survey/frozen-question";
import { Input } from "antd";
import { useTranslation } from "react-i18next";
import styles from "./survey.module.css";

/** Words in both languages side by side; one of them is enough, the other is stood in for. */
export const BilingualField = ({
  label,
  value,
  onChange,
  longest,
  isLong = false,
  disabled = false,
}: {
  label: string;
  value: BilingualWords;
  onChange: (next: { zh?: string; en?: string }) => void;
  longest: number;
  isLong?: boolean;
  disabled?: boolean;
}) => {
  const { t } = useTranslation();
  return (
    <div className={styles["pair"]}>
      <span>{label}</span>
      {(["zh", "en"] as const).map((language) => {
        const shared = {
          "aria-label": `${label} · ${t(`survey.language.${language}`)}`,
          placeholder: t(`survey.language.${language}`),
          value: value[language] ?? "",
          maxLength: longest,
          disabled,
          lang: language === "zh" ? "zh-CN" : "en",
        };
        const write = (text: string) => onChange({ ...value, [language]: text });
        return isLong ? (
          <Input.TextArea
            key={language}
            {...shared}
            autoSize={{ minRows: 2, maxRows: 8 }}
            onChange={({ target }) => write(target.value)}
          />
        ) : (
          <Input key={language} {...shared} onChange={({ target }) => write(target.value)} />
        );
      })}
    </div>
  );
};
