import type { QuickLogDirectory } from "@mainstay/contract/quick-log";
import type { IsoDay } from "@mainstay/domain/calendar/day-number";
import {
  type InteractionMood,
  interactionKinds,
  interactionMoods,
} from "@mainstay/domain/interaction/interaction-kind";
import type { QuickLogReading } from "@mainstay/domain/quick-log/quick-log-reading";
import { Button, Checkbox, Input, Segmented, Select } from "antd";
import { useTranslation } from "react-i18next";
import { DayField } from "../../components/day-field.tsx";
import { AccountChip } from "./account-chip.tsx";
import { Choices } from "./choices.tsx";
import type { Confirmed, Corrections } from "./quick-log-draft.ts";
import styles from "./quick-log.module.css";
import { ReadLine } from "./read-line.tsx";
import { StepList } from "./step-list.tsx";

/** What was understood, each piece corrected in one tap; what is not certain is asked. */
export const ConfirmCard = ({
  line,
  today,
  reading,
  confirmed,
  directory,
  isSaving,
  isAccountFixed,
  onCorrect,
}: {
  line: string;
  today: IsoDay;
  reading: QuickLogReading;
  confirmed: Confirmed;
  directory: QuickLogDirectory | undefined;
  isSaving: boolean;
  /** On an account's own page it is said already, unless the line leads to another. */
  isAccountFixed: boolean;
  onCorrect: (fixes: Corrections) => void;
}) => {
  const { t } = useTranslation();
  const accounts = directory?.accounts ?? [];
  const nameOf = (id: string) => accounts.find((account) => account.id === id)?.name ?? id;
  const here = accounts.filter(({ id }) => id === confirmed.accountId);
  const personLabel = (id: string) => {
    const at = confirmed.accountId === null ? accounts : here;
    for (const account of at) {
      const person = account.people.find((one) => one.id === id);
      if (person)
        return [person.name, person.title, confirmed.accountId === null ? account.name : null]
          .filter(Boolean)
          .join(" · ");
    }
    return id;
  };
  const { sort, missing } = confirmed;
  const isContact = sort === "contact";
  return (
    <div className={styles["card"]} role="group" aria-label={t("quickLog.understood")}>
      <ReadLine line={line} reading={reading} />
      {confirmed.accountChoices.length > 1 && confirmed.open.length === 0 && (
        <Choices
          question={t("quickLog.whichAccount")}
          options={confirmed.accountChoices.map((id) => ({ value: id, label: nameOf(id) }))}
          onChoose={(accountId) => onCorrect({ accountId })}
        />
      )}
      {confirmed.open.map((one) => (
        <Choices
          key={one.words}
          question={t("quickLog.whichPerson", { words: one.words })}
          options={[
            ...one.ids.map((id) => ({ value: id, label: personLabel(id) })),
            { value: "", label: t("quickLog.notListed") },
          ]}
          onChoose={(id) => {
            const at = accounts.find(({ people }) => people.some((person) => person.id === id));
            onCorrect({
              chosen: { [one.words]: id === "" ? null : id },
              ...(confirmed.accountId === null && at ? { accountId: at.id } : {}),
            });
          }}
        />
      ))}
      {isContact && confirmed.kind === null && (
        <Choices
          question={t("quickLog.whichKind")}
          options={interactionKinds.slice(0, 6).map((kind) => ({
            value: kind,
            label: t(`glossary.interactionKind.${kind}`),
          }))}
          onChoose={(kind) => onCorrect({ kind: kind as (typeof interactionKinds)[number] })}
        />
      )}
      {confirmed.unknown.map((words) => (
        <p key={words} className={styles["hint"]}>
          {t("quickLog.unknownPerson", { words })}
        </p>
      ))}
      <div className={styles["chips"]}>
        {reading.sort !== "contact" && (
          <Segmented
            size="small"
            aria-label={t("quickLog.sortLabel")}
            value={sort}
            onChange={(next) => onCorrect({ sort: next })}
            options={(["contact", "plan", "steps"] as const).map((value) => ({
              value,
              label: t(`quickLog.sort.${value}`),
            }))}
          />
        )}
        {!isAccountFixed && (
          <AccountChip
            directory={directory}
            value={confirmed.accountId}
            onChange={(accountId) => onCorrect({ accountId })}
          />
        )}
        {isContact && (
          <Select
            size="small"
            variant="filled"
            mode="multiple"
            className={styles["people"]}
            popupMatchSelectWidth={false}
            aria-label={t("quickLog.people")}
            placeholder={t("quickLog.people")}
            showSearch={{ optionFilterProp: "label" }}
            value={[...confirmed.personIds]}
            onChange={(personIds: string[]) => onCorrect({ personIds })}
            options={here.flatMap(({ people }) =>
              people.map(({ id }) => ({ value: id, label: personLabel(id) })),
            )}
          />
        )}
        {sort !== "steps" && (
          <span
            className={styles["day"]}
            title={confirmed.isDayAssumed ? t("quickLog.dayAssumed") : undefined}
          >
            <DayField
              label={t("quickLog.day")}
              value={confirmed.day}
              {...(isContact ? { latest: today } : { earliest: today })}
              onChange={(day) => day !== null && onCorrect({ day })}
            />
          </span>
        )}
        {sort !== "steps" && confirmed.kind !== null && (
          <Select
            size="small"
            variant="filled"
            popupMatchSelectWidth={false}
            aria-label={t("quickLog.kind")}
            value={confirmed.kind}
            onChange={(kind) => onCorrect({ kind })}
            options={interactionKinds.map((value) => ({
              value,
              label: t(`glossary.interactionKind.${value}`),
            }))}
          />
        )}
        {isContact && (
          <Select
            size="small"
            variant="filled"
            popupMatchSelectWidth={false}
            aria-label={t("quickLog.mood")}
            value={confirmed.mood ?? ""}
            onChange={(mood: InteractionMood | "") =>
              onCorrect({ mood: mood === "" ? null : mood })
            }
            options={[
              { value: "" as const, label: t("quickLog.moodNone") },
              ...interactionMoods.map((value) => ({ value, label: t(`quickLog.moodOf.${value}`) })),
            ]}
          />
        )}
        {isContact && (
          <Input
            size="small"
            variant="filled"
            className={styles["topic"]}
            maxLength={200}
            aria-label={t("quickLog.topic")}
            placeholder={t("quickLog.topic")}
            value={confirmed.topic ?? ""}
            onChange={(event) => onCorrect({ topic: event.target.value })}
          />
        )}
        {isContact && (
          <Checkbox
            checked={confirmed.isTwoWay}
            onChange={(event) => onCorrect({ isTwoWay: event.target.checked })}
          >
            {t("quickLog.answered")}
          </Checkbox>
        )}
      </div>
      <StepList steps={confirmed.steps} onChange={(steps) => onCorrect({ steps })} />
      <div className={styles["foot"]}>
        <Button
          size="small"
          type="text"
          onClick={() => onCorrect({ steps: [...confirmed.steps, { title: " ", dueOn: null }] })}
        >
          {t("quickLog.stepAdd")}
        </Button>
        {missing !== null && <span className={styles["hint"]}>{t(`quickLog.${missing}`)}</span>}
        <Button type="primary" htmlType="submit" loading={isSaving} disabled={missing !== null}>
          {t(
            sort === "plan"
              ? "quickLog.savePlan"
              : sort === "steps"
                ? "quickLog.saveSteps"
                : "quickLog.save",
          )}
        </Button>
      </div>
    </div>
  );
};
