import type { QuestionShape } from "@mainstay/contract/survey";
import { departments } from "@mainstay/contract/department";
import { segments } from "@mainstay/domain/account/segment";
import { scaleOfColumns } from "@mainstay/domain/survey/column-order";
import { isScored } from "@mainstay/domain/survey/frozen-question";
import { surveyLimits } from "@mainstay/domain/survey/survey-faults";
import { Button, Checkbox, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAnswer } from "../../lib/query.ts";
import { BilingualField } from "./bilingual-field.tsx";
import { ChoicesField } from "./choices-field.tsx";
import styles from "./survey.module.css";

/** One question: its words, its choices, who answers for it, who is asked it; moved by drag or by its buttons. */
export const QuestionEditor = ({
  question,
  position,
  count,
  onChange,
  onMove,
  onRemove,
  disabled,
}: {
  question: QuestionShape;
  position: number;
  count: number;
  onChange: (next: QuestionShape) => void;
  onMove: (from: number, to: number) => void;
  onRemove: () => void;
  disabled: boolean;
}) => {
  const { t } = useTranslation();
  const [isOver, setOver] = useState(false);
  const ours = useAnswer(departments.list, {});
  const change = (about: Partial<QuestionShape>) => onChange({ ...question, ...about });
  const place = position - 1;
  const scale = question.kind === "matrix" ? scaleOfColumns(question.options) : null;
  const choicesLabel = scale
    ? t("survey.field.columnsScored", { scale: t(`survey.kind.${scale}`) })
    : t(question.kind === "matrix" ? "survey.field.columns" : "survey.field.choices");
  return (
    <li
      className={styles["question"]}
      data-over={isOver || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        const from = Number(event.dataTransfer.getData("text/plain"));
        if (Number.isInteger(from)) onMove(from, place);
      }}
    >
      <div className={styles["questionHead"]}>
        {!disabled && (
          <span
            draggable
            aria-hidden
            title={t("survey.dragQuestion", { position })}
            className={styles["handle"]}
            onDragStart={(event) => event.dataTransfer.setData("text/plain", String(place))}
          >
            ⠿
          </span>
        )}
        <strong>
          {t("survey.questionNumber", { position })} · {t(`survey.kind.${question.kind}`)}
        </strong>
        {!disabled && (
          <>
            <Button
              size="small"
              aria-label={t("survey.moveUp", { position })}
              disabled={place === 0}
              onClick={() => onMove(place, place - 1)}
            >
              ↑
            </Button>
            <Button
              size="small"
              aria-label={t("survey.moveDown", { position })}
              disabled={position === count}
              onClick={() => onMove(place, place + 1)}
            >
              ↓
            </Button>
            <Button
              size="small"
              aria-label={t("survey.removeQuestion", { position })}
              onClick={onRemove}
            >
              {t("survey.removeChoice")}
            </Button>
          </>
        )}
      </div>
      <BilingualField
        label={t("survey.field.words")}
        value={question.words}
        longest={surveyLimits.questionLength}
        isLong
        disabled={disabled}
        onChange={(words) => change({ words })}
      />
      {question.options.length > 0 || question.kind.endsWith("choice") ? (
        <ChoicesField
          label={choicesLabel}
          addLabel={t("survey.addChoice")}
          choices={question.options}
          disabled={disabled}
          onChange={(options) => change({ options })}
        />
      ) : null}
      {question.kind === "matrix" && (
        <ChoicesField
          label={t("survey.field.rows")}
          addLabel={t("survey.addRow")}
          choices={question.rows}
          disabled={disabled}
          onChange={(rows) => change({ rows })}
        />
      )}
      <div className={styles["terms"]}>
        <label>
          {t("survey.field.department")}
          <Select
            value={question.departmentId ?? ""}
            disabled={disabled}
            onChange={(next) => change({ departmentId: next === "" ? null : next })}
            options={[
              { value: "", label: t("survey.field.departmentNone") },
              ...(ours.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
        </label>
        <label>
          {t("survey.field.segments")}
          <Select
            mode="multiple"
            value={question.segments}
            disabled={disabled || question.isOverall}
            placeholder={t("survey.field.segmentsAll")}
            onChange={(next) => change({ segments: next })}
            options={segments.map((value) => ({ value, label: t(`glossary.segment.${value}`) }))}
          />
        </label>
      </div>
      <div className={styles["checks"]}>
        <Checkbox
          checked={question.isRequired}
          disabled={disabled}
          onChange={({ target }) => change({ isRequired: target.checked })}
        >
          {t("survey.field.isRequired")}
        </Checkbox>
        {isScored(question.kind) && (
          <Checkbox
            checked={question.isOverall}
            disabled={disabled}
            onChange={({ target }) =>
              change({ isOverall: target.checked, ...(target.checked && { segments: [] }) })
            }
          >
            {t("survey.field.isOverall")}
          </Checkbox>
        )}
      </div>
    </li>
  );
};
