import type { EvaluationSettings } from "@mainstay/domain/evaluation/evaluation-settings";
import { Button, Input, InputNumber } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Icon } from "../../components/icon.tsx";
import styles from "./policy-form.module.css";

/** How much each industry will grow, as a score; what is not listed counts as a half. */
export const IndustryScores = ({
  settings,
  mayMove,
  onChange,
}: {
  settings: EvaluationSettings;
  mayMove: boolean;
  onChange: (changed: Partial<EvaluationSettings>) => void;
}) => {
  const { t } = useTranslation();
  const [name, setName] = useState("");
  const scores = settings.industryGrowth;
  const write = (industryGrowth: Record<string, number>) => onChange({ industryGrowth });
  const add = () => {
    if (name.trim() === "" || name.trim() in scores) return;
    write({ ...scores, [name.trim()]: 0.5 });
    setName("");
  };
  return (
    <section>
      <h3>{t("policy.group.industry")}</h3>
      <p className="muted">{t("policy.settingWhy.industryName")}</p>
      {Object.entries(scores).map(([industry, score]) => (
        <div key={industry} className={styles["industry"]}>
          <span>{industry}</span>
          <InputNumber
            aria-label={`${industry} · ${t("policy.industryScore")}`}
            min={0}
            max={100}
            precision={0}
            suffix="%"
            disabled={!mayMove}
            value={Math.round(score * 100)}
            onChange={(value) => value !== null && write({ ...scores, [industry]: value / 100 })}
          />
          {mayMove && (
            <Button
              type="text"
              size="small"
              icon={<Icon name="close" size={12} />}
              aria-label={`${t("app.remove")} ${industry}`}
              onClick={() =>
                write(
                  Object.fromEntries(Object.entries(scores).filter(([one]) => one !== industry)),
                )
              }
            />
          )}
        </div>
      ))}
      {mayMove && (
        <div className={styles["industry"]}>
          <Input
            aria-label={t("policy.industryName")}
            placeholder={t("policy.industryName")}
            maxLength={100}
            value={name}
            onChange={(event) => setName(event.target.value)}
            onPressEnter={add}
          />
          <Button onClick={add}>{t("policy.addIndustry")}</Button>
        </div>
      )}
    </section>
  );
};
