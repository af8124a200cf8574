import type { IsoDay } from "@mainstay/domain/calendar/day-number";
import { Input, Select } from "antd";
import type { ReactNode } from "react";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import { DayField } from "../../components/day-field.tsx";
import styles from "./guided-dialog.module.css";

/** What an assessor makes of the answers. */
export interface Verdict<Value> {
  readonly value: Value | null;
  readonly evidence: string;
  readonly assessedOn: IsoDay;
  readonly projectId: string | null;
}

/** A sentence has at least this many characters; the server asks the same. */
const leastReason = 4;

/** A judgement other than suggested needs its sentence before it can be saved. */
export const isVerdictWhole = <Value,>(verdict: Verdict<Value>, suggested: Value | null): boolean =>
  verdict.value !== null &&
  (verdict.value === suggested || verdict.evidence.trim().length >= leastReason);

/** After the questions: what the answers speak for, what I judge, why, for which project, on which day. */
export const GuidedVerdict = <Value extends string | number>({
  verdict,
  suggested,
  options,
  show,
  today,
  project,
  onChange,
}: {
  verdict: Verdict<Value>;
  suggested: Value | null;
  options: readonly Value[];
  show: (value: Value) => ReactNode;
  today: IsoDay;
  /** Null where the judgement is not of a project. */
  project: { id: string; name: string } | null;
  onChange: (changed: Partial<Verdict<Value>>) => void;
}) => {
  const { t } = useTranslation();
  const [valueId, whyId, dayId] = [useId(), useId(), useId()];
  const differs = verdict.value !== suggested;
  return (
    <div className={styles["verdict"]}>
      <div className={styles["suggested"]}>
        {suggested === null ? (
          t("chain.guided.notSuggested")
        ) : (
          <>
            {t("chain.guided.suggested")} {show(suggested)}
          </>
        )}
      </div>
      <div className={styles["field"]}>
        <label htmlFor={valueId}>{t("chain.guided.choose")}</label>
        <Select
          id={valueId}
          autoFocus={suggested === null}
          value={verdict.value}
          onChange={(value: Value) => onChange({ value })}
          options={options.map((value) => ({ value, label: show(value) }))}
        />
      </div>
      <div className={styles["field"]}>
        <label htmlFor={whyId}>
          {differs ? t("chain.guided.why") : t("chain.guided.evidence")}{" "}
          {!differs && <span className="muted">({t("app.optional")})</span>}
        </label>
        <Input.TextArea
          id={whyId}
          rows={2}
          maxLength={1000}
          placeholder={t("chain.guided.whyHint")}
          value={verdict.evidence}
          onChange={(event) => onChange({ evidence: event.target.value })}
        />
      </div>
      <div className={styles["pair"]}>
        {project !== null && (
          <div className={styles["field"]}>
            <span>{t("chain.guided.scope")}</span>
            <Select
              aria-label={t("chain.guided.scope")}
              value={verdict.projectId ?? ""}
              onChange={(id: string) => onChange({ projectId: id === "" ? null : id })}
              options={[
                { value: project.id, label: project.name },
                { value: "", label: t("chain.accountDefault") },
              ]}
            />
          </div>
        )}
        <div className={styles["field"]}>
          <label htmlFor={dayId}>{t("chain.guided.assessedOn")}</label>
          <DayField
            id={dayId}
            value={verdict.assessedOn}
            latest={today}
            onChange={(day) => onChange({ assessedOn: day ?? today })}
          />
        </div>
      </div>
    </div>
  );
};
