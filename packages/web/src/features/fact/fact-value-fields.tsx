import type { FactKindView } from "@mainstay/contract/fact";
import { Checkbox, DatePicker, Form, Input, InputNumber, Segmented, Select } from "antd";
import dayjs from "dayjs";
import { useTranslation } from "react-i18next";
import { DayField } from "../../components/day-field.tsx";
import styles from "./dossier.module.css";
import type { FactForm } from "./fact-draft.ts";

const numbers = (most: number) =>
  Array.from({ length: most }, (_, i) => ({ value: i + 1, label: String(i + 1) }));

const required = [{ required: true, message: "" }];

/** Choose a month; speaks `YYYY-MM`. */
const MonthField = ({
  id,
  value,
  onChange,
}: {
  id?: string;
  value?: string | null;
  onChange?: (month: string | null) => void;
}) => (
  <DatePicker
    {...(id !== undefined && { id })}
    picker="month"
    style={{ width: "100%" }}
    value={value ? dayjs(`${value}-01`) : null}
    onChange={(month) => onChange?.(month ? month.format("YYYY-MM") : null)}
  />
);

const AnniversaryFields = () => {
  const { t } = useTranslation();
  const isLunar = Form.useWatch<FactForm["calendar"]>("calendar") === "lunar";
  return (
    <>
      <Form.Item name="calendar" label={t("fact.calendar")} initialValue="solar">
        <Segmented
          options={[
            { value: "solar", label: t("fact.solar") },
            { value: "lunar", label: t("fact.lunar") },
          ]}
        />
      </Form.Item>
      <div className={styles["row"]}>
        <Form.Item name="month" label={t("fact.month")} rules={required}>
          <Select options={numbers(12)} showSearch />
        </Form.Item>
        <Form.Item name="day" label={t("fact.day")}>
          <Select
            options={[{ value: 0, label: t("fact.dayUnknown") }, ...numbers(isLunar ? 30 : 31)]}
            showSearch
          />
        </Form.Item>
        <Form.Item name="year" label={t("fact.yearOptional")}>
          <InputNumber min={1900} max={2100} controls={false} style={{ width: "100%" }} />
        </Form.Item>
      </div>
      {isLunar && (
        <Form.Item name="isLeapMonth" valuePropName="checked">
          <Checkbox>{t("fact.leapMonth")}</Checkbox>
        </Form.Item>
      )}
    </>
  );
};

/** The inputs of one kind's value. */
export const FactValueFields = ({ of }: { of: FactKindView }) => {
  const { t } = useTranslation();
  switch (of.shape) {
    case "anniversary":
      return <AnniversaryFields />;
    case "year":
      return (
        <Form.Item name="year" label={t("fact.year")} rules={required}>
          <InputNumber autoFocus min={1900} max={2100} controls={false} style={{ width: 120 }} />
        </Form.Item>
      );
    case "yes_no":
      return (
        <Form.Item name="isSo" label={t(`glossary.factKind.${of.kind}`)} rules={required}>
          <Segmented
            options={[
              { value: true as never, label: t("fact.yes") },
              { value: false as never, label: t("fact.no") },
            ]}
          />
        </Form.Item>
      );
    case "trip":
      return (
        <>
          <div className={styles["row"]}>
            <Form.Item name="region" label={t("fact.region")} rules={required}>
              <Input autoFocus maxLength={60} autoComplete="off" />
            </Form.Item>
            <Form.Item name="tripMonth" label={t("fact.monthOfTrip")} rules={required}>
              <MonthField />
            </Form.Item>
          </div>
          <p className="muted">{t("fact.tripHint")}</p>
        </>
      );
    default:
      return (
        <Form.Item
          name="words"
          label={t("fact.words")}
          rules={[{ required: true, whitespace: true, message: "" }]}
          {...(of.kind === "family" && { extra: t("fact.familyHint") })}
        >
          <Input.TextArea autoFocus autoSize={{ minRows: 2, maxRows: 6 }} maxLength={500} />
        </Form.Item>
      );
  }
};

/** The last day of a trip or meal: it sets how long the fact is kept. */
export const OccasionField = ({ isNeeded }: { isNeeded: boolean }) => {
  const { t } = useTranslation();
  return (
    <Form.Item
      name="occasionOn"
      label={t("fact.occasionOn")}
      extra={t("fact.occasionHint")}
      rules={isNeeded ? required : []}
    >
      <DayField />
    </Form.Item>
  );
};
