import {
  type CaseClockSettingShape,
  type CaseClockSettingView,
  caseClockSettings,
} from "@mainstay/contract/case-clock-setting";
import { type ClockMode, clockModes } from "@mainstay/domain/case/case-clock";
import { checkClockSetting } from "@mainstay/domain/case/case-clock-setting";
import { type CaseLevel, caseLevels } from "@mainstay/domain/case/case-kind";
import { Button, InputNumber, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ConflictDialog } from "../../components/conflict-dialog.tsx";
import { FormProblem } from "../../components/form-problem.tsx";
import { useNotice } from "../../lib/notice.tsx";
import { isProblem } from "../../lib/problem.ts";
import { useAct, useAnswer } from "../../lib/query.ts";
import { LevelOfCase } from "../case/case-mark.tsx";
import styles from "./case-clock.module.css";
import { MinuteField } from "./minute-field.tsx";
import { TermField, useTermWords } from "./term-field.tsx";

/** The clocks of every level, opening hours and the waits of the ladder; for who may not change them, to be read. */
export const ClockForm = ({ view }: { view: CaseClockSettingView }) => {
  const { t } = useTranslation();
  const notice = useNotice();
  const termWords = useTermWords();
  const [draft, setDraft] = useState<CaseClockSettingShape>(view.setting);
  const newest = useAnswer(caseClockSettings.get, {}, { enabled: false });
  const change = useAct(caseClockSettings.change, {
    refresh: [caseClockSettings.get],
    onSuccess: () => notice.done(t("case.setting.saved")),
  });
  const isReadOnly = !view.can.edit;
  const problems = checkClockSetting(draft);
  const isChanged = JSON.stringify(draft) !== JSON.stringify(view.setting);
  const set = (part: Partial<CaseClockSettingShape>) => setDraft({ ...draft, ...part });
  const setLevel = (level: CaseLevel, part: Partial<CaseClockSettingShape["levels"]["general"]>) =>
    set({ levels: { ...draft.levels, [level]: { ...draft.levels[level], ...part } } });
  const save = (ifMatch: number) => change.mutate({ ifMatch, body: draft });
  const mode = (value: ClockMode, label: string, onChange: (next: ClockMode) => void) => (
    <Select
      aria-label={label}
      disabled={isReadOnly}
      value={value}
      popupMatchSelectWidth={false}
      onChange={onChange}
      options={clockModes.map((one) => ({ value: one, label: t(`case.mode.${one}`) }))}
    />
  );
  const named = (level: CaseLevel, what: string) => `${t(`case.level.${level}`)} · ${what}`;
  return (
    <>
      <div className={styles["scroller"]}>
        <table className={styles["levels"]}>
          <thead>
            <tr>
              <th scope="col">{t("case.setting.level")}</th>
              <th scope="col">{t("case.setting.mode")}</th>
              <th scope="col">{t("case.setting.reply")}</th>
              <th scope="col">{t("case.setting.feedback")}</th>
              <th scope="col">{t("case.setting.solve")}</th>
            </tr>
          </thead>
          <tbody>
            {caseLevels.map((level) => {
              const one = draft.levels[level];
              return (
                <tr key={level}>
                  <th scope="row">
                    <LevelOfCase level={level} />
                  </th>
                  <td data-label={t("case.setting.mode")}>
                    {mode(one.mode, named(level, t("case.setting.mode")), (next) =>
                      setLevel(level, { mode: next }),
                    )}
                  </td>
                  {(["reply", "feedback", "solve"] as const).map((clock) => (
                    <td key={clock} data-label={t(`case.setting.${clock}`)}>
                      <TermField
                        label={named(level, t(`case.setting.${clock}`))}
                        isOptional={clock === "feedback"}
                        isDisabled={isReadOnly}
                        value={one[clock]}
                        onChange={(term) => {
                          if (term !== null || clock === "feedback")
                            setLevel(level, { [clock]: term });
                        }}
                      />
                    </td>
                  ))}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      <div className={styles["fields"]}>
        <label>
          <span>{t("case.setting.hours")}</span>
          <span className={styles["pair"]}>
            <MinuteField
              label={t("case.setting.opens")}
              value={draft.opensAtMinute}
              isDisabled={isReadOnly}
              onChange={(opensAtMinute) => set({ opensAtMinute })}
            />
            –
            <MinuteField
              label={t("case.setting.closes")}
              value={draft.closesAtMinute}
              isDisabled={isReadOnly}
              onChange={(closesAtMinute) => set({ closesAtMinute })}
            />
          </span>
        </label>
        <label>
          <span>{t("case.setting.green")}</span>
          {mode(draft.greenChannelMode, t("case.setting.green"), (greenChannelMode) =>
            set({ greenChannelMode }),
          )}
        </label>
        {(["waitHours", "waitWorkingHours"] as const).map((name) => (
          <label key={name}>
            <span>
              {t("case.setting.escalation")} · {t(`case.setting.${name}`)}
            </span>
            <InputNumber
              aria-label={t(`case.setting.${name}`)}
              min={0.25}
              max={240}
              disabled={isReadOnly}
              style={{ width: 160 }}
              suffix={t(name === "waitHours" ? "case.unit.hours" : "case.setting.workingHours")}
              value={draft.escalation[name]}
              onChange={(next) =>
                next !== null && set({ escalation: { ...draft.escalation, [name]: next } })
              }
            />
          </label>
        ))}
      </div>
      {problems.length > 0 && (
        <ul role="alert" className={styles["problems"]}>
          {problems.map(({ field, code }) => {
            const level = caseLevels.find((one) => field.includes(`.${one}.`));
            return (
              <li key={field}>
                {level !== undefined && `${t(`case.level.${level}`)}: `}
                {t(`case.setting.fault.${code}`)}
              </li>
            );
          })}
        </ul>
      )}
      {isReadOnly ? (
        <p className="muted">{t("case.setting.readOnly")}</p>
      ) : (
        <Button
          type="primary"
          disabled={!isChanged || problems.length > 0}
          loading={change.isPending}
          onClick={() => save(view.version)}
        >
          {t("case.setting.save")}
        </Button>
      )}
      {isProblem(change.error, "request.version_conflict") ? (
        <ConflictDialog
          fields={caseLevels.flatMap((level) =>
            (["reply", "feedback", "solve"] as const).map((clock) => ({
              label: named(level, t(`case.setting.${clock}`)),
              mine: termWords(draft.levels[level][clock]),
              theirs: termWords((newest.data ?? view).setting.levels[level][clock]),
            })),
          )}
          onKeepMine={() => void newest.refetch().then(({ data }) => data && save(data.version))}
          onTakeTheirs={() => {
            change.reset();
            void newest.refetch();
          }}
          onClose={() => change.reset()}
        />
      ) : (
        <FormProblem error={change.error} />
      )}
    </>
  );
};
