import { type SurveySettingView, surveySettings } from "@mainstay/contract/survey-setting";
import { Button, Input, InputNumber, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNotice } from "../../lib/notice.tsx";
import { useAct } from "../../lib/query.ts";
import styles from "./survey.module.css";

const reminderChoices = [2, 3, 5, 7, 10, 14, 21, 28];
const mostReminderDays = 3;

/** The limits of asking, edited in place. */
export const LimitsForm = ({
  setting,
  disabled,
}: {
  setting: SurveySettingView;
  disabled: boolean;
}) => {
  const { t } = useTranslation();
  const notice = useNotice();
  const [draft, setDraft] = useState(setting);
  const save = useAct(surveySettings.save, {
    refresh: [surveySettings.get],
    onSuccess: () => notice.done(t("survey.setting.saved")),
    onError: notice.refused,
  });
  const change = (about: Partial<SurveySettingView>) => setDraft({ ...draft, ...about });
  const { version, ...body } = draft;
  return (
    <>
      <div className={styles["terms"]}>
        <label>
          {t("survey.setting.restDays")}
          <InputNumber
            min={0}
            max={730}
            precision={0}
            disabled={disabled}
            value={draft.restDays}
            onChange={(next) => change({ restDays: next ?? 0 })}
          />
        </label>
        <label>
          {t("survey.setting.mostAYear")}
          <InputNumber
            min={1}
            max={52}
            precision={0}
            disabled={disabled}
            value={draft.mostAYear}
            onChange={(next) => change({ mostAYear: next ?? 1 })}
          />
        </label>
        <label>
          {t("survey.setting.senderName")}
          <Input
            maxLength={100}
            disabled={disabled}
            placeholder={t("survey.setting.senderNameHint")}
            value={draft.senderName ?? ""}
            onChange={({ target }) => change({ senderName: target.value || null })}
          />
        </label>
        <label>
          {t("survey.setting.reminderDays")}
          <Select
            mode="multiple"
            maxCount={mostReminderDays}
            disabled={disabled}
            placeholder={t("survey.setting.reminderDaysHint")}
            value={draft.reminderDays}
            onChange={(next) => change({ reminderDays: next })}
            options={[...new Set([...reminderChoices, ...draft.reminderDays])]
              .sort((a, b) => a - b)
              .map((value) => ({ value, label: value }))}
          />
        </label>
      </div>
      {!disabled && (
        <Button
          type="primary"
          style={{ marginTop: 12 }}
          loading={save.isPending}
          onClick={() => save.mutate({ ifMatch: version, body })}
        >
          {t("survey.save")}
        </Button>
      )}
    </>
  );
};
