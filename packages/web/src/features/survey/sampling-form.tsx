import type { SamplingShape } from "@mainstay/contract/survey";
import { grades } from "@mainstay/domain/account/grade";
import { segments } from "@mainstay/domain/account/segment";
import { buyingRoles } from "@mainstay/domain/buying-role/buying-role";
import type { SurveyRhythm } from "@mainstay/domain/survey/survey-kind";
import { Checkbox, InputNumber, Select } from "antd";
import { useTranslation } from "react-i18next";
import { SampleCountPanel } from "./sample-count-panel.tsx";
import styles from "./survey.module.css";
import { useSampleCount } from "./use-sample-count.ts";

/** Who is asked, with the count of today beside it: how many, at how many accounts, who is left out and why. */
export const SamplingForm = ({
  rule,
  rhythm,
  onChange,
  disabled,
}: {
  rule: SamplingShape;
  rhythm: SurveyRhythm;
  onChange: (next: SamplingShape) => void;
  disabled: boolean;
}) => {
  const { t } = useTranslation();
  const count = useSampleCount(rule, !disabled && rhythm !== "after_case");
  const change = (about: Partial<SamplingShape>) => onChange({ ...rule, ...about });
  const perCent = (share: number | null) => (share === null ? null : Math.round(share * 100));
  if (rhythm === "after_case")
    return (
      <>
        <p className="muted">{t("survey.sampling.afterCase")}</p>
        <div className={styles["terms"]}>
          <label>
            {t("survey.sampling.afterCaseProbability")}
            <InputNumber
              min={0}
              max={100}
              precision={0}
              disabled={disabled}
              value={perCent(rule.afterCaseProbability)}
              onChange={(next) => change({ afterCaseProbability: (next ?? 0) / 100 })}
            />
          </label>
        </div>
      </>
    );
  const everybody = t("survey.sampling.everybody");
  return (
    <>
      <div className={styles["terms"]}>
        <label>
          {t("survey.sampling.segments")}
          <Select
            mode="multiple"
            placeholder={everybody}
            disabled={disabled}
            value={rule.segments}
            onChange={(next) => change({ segments: next })}
            options={segments.map((value) => ({ value, label: t(`glossary.segment.${value}`) }))}
          />
        </label>
        <label>
          {t("survey.sampling.grades")}
          <Select
            mode="multiple"
            placeholder={everybody}
            disabled={disabled}
            value={rule.grades}
            onChange={(next) => change({ grades: next })}
            options={grades.map((value) => ({ value, label: t(`glossary.grade.${value}`) }))}
          />
        </label>
        <label>
          {t("survey.sampling.buyingRoles")}
          <Select
            mode="multiple"
            placeholder={everybody}
            disabled={disabled}
            value={rule.buyingRoles}
            onChange={(next) => change({ buyingRoles: next })}
            options={buyingRoles.map((value) => ({
              value,
              label: t(`glossary.buyingRole.${value}`),
            }))}
          />
        </label>
        <label>
          {t("survey.sampling.departments")}
          <Select
            mode="tags"
            placeholder={everybody}
            disabled={disabled}
            value={rule.departments}
            onChange={(next) => change({ departments: next })}
            options={(count?.departments ?? []).map(({ name, count: people }) => ({
              value: name,
              label: `${name} ${people}`,
            }))}
          />
        </label>
        <label>
          {t("survey.sampling.share")}
          <InputNumber
            min={1}
            max={100}
            precision={0}
            placeholder={t("survey.sampling.shareAll")}
            disabled={disabled}
            value={perCent(rule.share)}
            onChange={(next) => change({ share: next === null ? null : next / 100 })}
          />
        </label>
        <label>
          {t("survey.sampling.most")}
          <InputNumber
            min={1}
            max={100_000}
            precision={0}
            placeholder={t("survey.sampling.mostNone")}
            disabled={disabled}
            value={rule.most}
            onChange={(next) => change({ most: next })}
          />
        </label>
        <label>
          {t("survey.sampling.openDays")}
          <InputNumber
            min={1}
            max={180}
            precision={0}
            disabled={disabled}
            value={rule.openDays}
            onChange={(next) => change({ openDays: next ?? 14 })}
          />
        </label>
      </div>
      <div className={styles["checks"]}>
        <Checkbox
          checked={rule.isProgrammeOnly}
          disabled={disabled}
          onChange={({ target }) => change({ isProgrammeOnly: target.checked })}
        >
          {t("survey.sampling.isProgrammeOnly")}
        </Checkbox>
      </div>
      <p className="muted">{t("survey.sampling.always")}</p>
      {!disabled && <SampleCountPanel count={count} />}
    </>
  );
};
