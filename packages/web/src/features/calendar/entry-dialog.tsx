import { type CalendarEntryView, calendars } from "@mainstay/contract/calendar";
import {
  type CalendarEntryKind,
  calendarEntryKinds,
} from "@mainstay/domain/calendar-entry/calendar-entry-kind";
import type { IsoDay } from "@mainstay/domain/calendar/day-number";
import { Form, Input, Modal, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { AccountSelect } from "../../components/account-select.tsx";
import { DayField } from "../../components/day-field.tsx";
import { FormProblem } from "../../components/form-problem.tsx";
import { useNotice } from "../../lib/notice.tsx";
import { useAct } from "../../lib/query.ts";
import styles from "./calendar.module.css";
import { clockOf } from "./calendar-items.ts";
import { choiceOfRule, type RepeatChoice, repeatChoices, ruleOfChoice } from "./repeat-rule.ts";

interface EntryWords {
  kind: CalendarEntryKind;
  title: string;
  accountId: string | null;
  onDate: IsoDay;
  startsMinute: number | null;
  lastsMinutes: number;
  place: string;
  repeat: RepeatChoice;
  until: IsoDay | null;
}

const quarterHours = Array.from({ length: 57 }, (_, at) => 360 + 15 * at);
const lengths = [15, 30, 45, 60, 90, 120, 180, 240, 480] as const;

/** Plan something or change a plan: kind, title, customer, day and time; the rest below. */
export const EntryDialog = ({
  entry,
  onDate,
  onClose,
}: {
  /** The plan to change; null makes a new one. */
  entry: CalendarEntryView | null;
  onDate: IsoDay;
  onClose: () => void;
}) => {
  const { t } = useTranslation();
  const notice = useNotice();
  const [form] = Form.useForm<EntryWords>();
  const [key] = useState(() => crypto.randomUUID());
  const startsMinute = Form.useWatch("startsMinute", form);
  const repeat = Form.useWatch("repeat", form);
  const kept = choiceOfRule(entry?.recurrence ?? null);
  const done = (words: string) => ({
    refresh: [calendars.range],
    onSuccess: () => {
      onClose();
      notice.done(words);
    },
  });
  const add = useAct(calendars.add, done(t("calendar.entry.saved")));
  const edit = useAct(calendars.edit, done(t("calendar.entry.changed")));
  const save = (words: EntryWords) => {
    const body = {
      kind: words.kind,
      title: words.title,
      place: words.place || null,
      accountId: words.accountId,
      onDate: words.onDate,
      startsMinute: words.startsMinute,
      lastsMinutes: words.startsMinute === null ? null : words.lastsMinutes,
      recurrence: ruleOfChoice(words.repeat, words.until, entry?.recurrence ?? null),
    };
    if (entry === null) add.mutate({ body, idempotencyKey: key });
    else edit.mutate({ params: { entryId: entry.id }, body, ifMatch: entry.version });
  };
  const times = [
    ...new Set([...quarterHours, ...(entry?.startsMinute ? [entry.startsMinute] : [])]),
  ];
  const durations = [
    ...new Set([...lengths, ...(entry?.lastsMinutes ? [entry.lastsMinutes] : [])]),
  ];
  return (
    <Modal
      open
      title={t(entry === null ? "calendar.entry.new" : "calendar.entry.edit")}
      okText={t("app.save")}
      okButtonProps={{ loading: add.isPending || edit.isPending }}
      onOk={() => form.submit()}
      onCancel={onClose}
      width={480}
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{
          kind: entry?.kind ?? "visit",
          title: entry?.title ?? "",
          accountId: entry?.account?.id ?? null,
          onDate: entry?.onDate ?? onDate,
          startsMinute: entry === null ? 600 : entry.startsMinute,
          lastsMinutes: entry?.lastsMinutes ?? 60,
          place: entry?.place ?? "",
          repeat: kept.choice,
          until: kept.until,
        }}
        onFinish={save}
      >
        <Form.Item
          name="title"
          label={t("calendar.entry.title")}
          rules={[{ required: true, whitespace: true, message: t("calendar.entry.title") }]}
        >
          <Input maxLength={200} placeholder={t("calendar.entry.titlePlaceholder")} />
        </Form.Item>
        <div className={styles["pair"]}>
          <Form.Item name="kind" label={t("calendar.entry.kind")}>
            <Select
              options={calendarEntryKinds.map((value) => ({
                value,
                label: t(`calendar.kind.${value}`),
              }))}
            />
          </Form.Item>
          <Form.Item name="accountId" label={t("calendar.entry.account")}>
            <AccountSelect placeholder={t("calendar.entry.accountNone")} />
          </Form.Item>
          <Form.Item
            name="onDate"
            label={t("calendar.entry.onDate")}
            rules={[{ required: true, message: t("calendar.entry.onDate") }]}
          >
            <DayField earliest="2000-01-01" latest="2099-12-31" />
          </Form.Item>
          <Form.Item name="startsMinute" label={t("calendar.entry.time")}>
            <Select
              options={[
                { value: null, label: t("calendar.entry.timeNone") },
                ...times
                  .toSorted((a, b) => a - b)
                  .map((value) => ({ value, label: clockOf(value) })),
              ]}
            />
          </Form.Item>
          {startsMinute !== null && startsMinute !== undefined && (
            <Form.Item name="lastsMinutes" label={t("calendar.entry.lasts")}>
              <Select
                options={durations
                  .toSorted((a, b) => a - b)
                  .map((value) => ({
                    value,
                    label:
                      value % 60 === 0
                        ? t("calendar.entry.hours", { count: value / 60 })
                        : t("calendar.entry.minutes", { count: value }),
                  }))}
              />
            </Form.Item>
          )}
          <Form.Item name="place" label={t("calendar.entry.place")}>
            <Input maxLength={200} />
          </Form.Item>
          <Form.Item name="repeat" label={t("calendar.entry.repeat")}>
            <Select
              options={repeatChoices
                .filter((value) => value !== "kept" || kept.choice === "kept")
                .map((value) => ({ value, label: t(repeatWords[value]) }))}
            />
          </Form.Item>
          {repeat !== undefined && repeat !== "none" && repeat !== "kept" && (
            <Form.Item
              name="until"
              label={t("calendar.entry.until")}
              extra={t("calendar.entry.untilHint")}
            >
              <DayField latest="2099-12-31" />
            </Form.Item>
          )}
        </div>
        <FormProblem error={add.error ?? edit.error} />
      </Form>
    </Modal>
  );
};

const repeatWords = {
  none: "calendar.entry.repeatNone",
  daily: "calendar.entry.repeatDaily",
  weekly: "calendar.entry.repeatWeekly",
  fortnightly: "calendar.entry.repeatFortnightly",
  monthly: "calendar.entry.repeatMonthly",
  yearly: "calendar.entry.repeatYearly",
  kept: "calendar.entry.repeatKept",
} as const;
