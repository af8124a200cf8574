import { type SurveyView, surveys } from "@mainstay/contract/survey";
import { surveyFaults, surveyLimits } from "@mainstay/domain/survey/survey-faults";
import { questionKinds, surveyRhythms } from "@mainstay/domain/survey/survey-kind";
import { useNavigate } from "@tanstack/react-router";
import { Button, Checkbox, Dropdown, Popconfirm, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { EmptyState } from "../../components/empty-state.tsx";
import { PageHeader } from "../../components/page-header.tsx";
import { useNotice } from "../../lib/notice.tsx";
import { useAct } from "../../lib/query.ts";
import { BilingualField } from "./bilingual-field.tsx";
import { FaultList } from "./fault-list.tsx";
import { PhonePreview } from "./phone-preview.tsx";
import { QuestionEditor } from "./question-editor.tsx";
import { RoundsSection } from "./rounds-section.tsx";
import { SamplingForm } from "./sampling-form.tsx";
import { StartRoundDialog } from "./start-round-dialog.tsx";
import styles from "./survey.module.css";
import { moved, newQuestion, withQuestion } from "./survey-draft.ts";
import { useBilingual } from "./use-bilingual.ts";
import { useSaveSurvey } from "./use-save-survey.ts";
import { useSurveyDraft } from "./use-survey-draft.ts";

/** Writes a survey with its preview beside it; what is not saved survives a reload. */
export const SurveyBuilder = ({ survey, untitled }: { survey: SurveyView; untitled: string }) => {
  const { t } = useTranslation();
  const notice = useNotice();
  const navigate = useNavigate();
  const say = useBilingual();
  const [isStarting, setStarting] = useState(false);
  const { draft, version, isChanged, change, taken, forget } = useSurveyDraft(survey);
  const faults = surveyFaults(draft);
  const params = { surveyId: survey.id };
  const { save, isSaving } = useSaveSurvey(survey.id, taken);
  const end = useAct(surveys.end, {
    refresh: [surveys.get, surveys.list],
    onSuccess: () => notice.done(t("survey.ended")),
    onError: notice.refused,
  });
  const remove = useAct(surveys.remove, {
    refresh: [surveys.list],
    onSuccess: () => {
      forget();
      notice.done(t("survey.removed"));
      void navigate({ to: "/voice/surveys" });
    },
    onError: notice.refused,
  });
  const disabled = !survey.can.edit;
  return (
    <>
      <PageHeader
        title={say(draft.title) || untitled}
        lead={[
          t(`survey.status.${survey.status}`),
          t(`survey.rhythm.${draft.rhythm}`),
          t("survey.questions", { count: draft.questions.length }),
        ].join(" · ")}
        actions={
          <>
            {survey.can.remove && (
              <Popconfirm title={t("survey.removeAsk")} onConfirm={() => remove.mutate({ params })}>
                <Button>{t("survey.remove")}</Button>
              </Popconfirm>
            )}
            {survey.can.end && (
              <Popconfirm
                title={t("survey.endAsk")}
                onConfirm={() => end.mutate({ params, ifMatch: survey.version })}
              >
                <Button loading={end.isPending}>{t("survey.end")}</Button>
              </Popconfirm>
            )}
            {survey.can.start && (
              <Button
                type="primary"
                disabled={isChanged || faults.length > 0}
                onClick={() => setStarting(true)}
              >
                {t("survey.start")}
              </Button>
            )}
          </>
        }
      />
      <div className={styles["builder"]}>
        <div>
          {survey.rounds.length > 0 && <RoundsSection rounds={survey.rounds} />}
          <section className={styles["section"]}>
            <h2>{t("survey.section.basics")}</h2>
            <BilingualField
              label={t("survey.field.title")}
              value={draft.title}
              longest={surveyLimits.titleLength}
              disabled={disabled}
              onChange={(title) => change({ title })}
            />
            <BilingualField
              label={t("survey.field.introduction")}
              value={draft.introduction}
              longest={surveyLimits.introductionLength}
              isLong
              disabled={disabled}
              onChange={(introduction) => change({ introduction })}
            />
            <BilingualField
              label={t("survey.field.thanks")}
              value={draft.thanks}
              longest={surveyLimits.introductionLength}
              isLong
              disabled={disabled}
              onChange={(thanks) => change({ thanks })}
            />
            <div className={styles["terms"]}>
              <label>
                {t("survey.rhythmLabel")}
                <Select
                  value={draft.rhythm}
                  disabled={disabled}
                  onChange={(rhythm) => change({ rhythm })}
                  options={surveyRhythms.map((value) => ({
                    value,
                    label: t(`survey.rhythm.${value}`),
                  }))}
                />
              </label>
            </div>
            <div className={styles["checks"]}>
              <Checkbox
                checked={draft.isAnonymous}
                disabled={disabled}
                onChange={({ target }) => change({ isAnonymous: target.checked })}
              >
                {t("survey.field.isAnonymous")}
              </Checkbox>
              <span className="muted">{t("survey.field.isAnonymousWhy")}</span>
            </div>
          </section>
          <section className={styles["section"]}>
            <h2>{t("survey.section.questions")}</h2>
            <p className="muted">{t("survey.field.isOverallWhy")}</p>
            {draft.questions.length === 0 && (
              <EmptyState title={t("survey.noQuestions")} words={t("survey.noQuestionsWhy")} />
            )}
            <ul>
              {draft.questions.map((question, index) => (
                <QuestionEditor
                  key={question.id}
                  question={question}
                  position={index + 1}
                  count={draft.questions.length}
                  disabled={disabled}
                  onChange={(next) => change({ questions: withQuestion(draft.questions, next) })}
                  onMove={(from, to) => change({ questions: moved(draft.questions, from, to) })}
                  onRemove={() =>
                    change({ questions: draft.questions.filter(({ id }) => id !== question.id) })
                  }
                />
              ))}
            </ul>
            {!disabled && draft.questions.length < surveyLimits.questions && (
              <Dropdown
                trigger={["click"]}
                menu={{
                  items: questionKinds.map((key) => ({ key, label: t(`survey.kind.${key}`) })),
                  onClick: ({ key }) => {
                    const kind = questionKinds.find((one) => one === key);
                    if (kind) change({ questions: [...draft.questions, newQuestion(kind)] });
                  },
                }}
              >
                <Button>{t("survey.addQuestion")}</Button>
              </Dropdown>
            )}
          </section>
          <section className={styles["section"]}>
            <h2>{t("survey.section.sampling")}</h2>
            <SamplingForm
              rule={draft.sampling}
              rhythm={draft.rhythm}
              disabled={disabled}
              onChange={(sampling) => change({ sampling })}
            />
          </section>
          {!disabled && (
            <div className={styles["bar"]}>
              <FaultList faults={faults} />
              <span className={styles["actions"]}>
                {isChanged && <span className="muted">{t("survey.unsaved")}</span>}
                <Button
                  type="primary"
                  disabled={!isChanged}
                  loading={isSaving}
                  onClick={() => void save(draft, version)}
                >
                  {t("survey.save")}
                </Button>
              </span>
            </div>
          )}
        </div>
        <div className={styles["aside"]}>
          <PhonePreview survey={draft} />
        </div>
      </div>
      {isStarting && <StartRoundDialog survey={survey} onClose={() => setStarting(false)} />}
    </>
  );
};
