import type { IsoDay } from "@mainstay/domain/calendar/day-number";
import { DatePicker } from "antd";
import dayjs from "dayjs";
import "dayjs/locale/zh-cn.js";

/** Choose a calendar day; speaks ISO days, so it fits a form and the wire. */
export const DayField = ({
  id,
  value,
  onChange,
  earliest,
  latest,
  label,
}: {
  id?: string;
  value?: IsoDay | null;
  onChange?: (day: IsoDay | null) => void;
  earliest?: IsoDay;
  latest?: IsoDay;
  /** Where no visible label belongs to it. */
  label?: string;
}) => (
  <DatePicker
    {...(id !== undefined && { id })}
    {...(label !== undefined && { "aria-label": label, placeholder: label })}
    value={value ? dayjs(value) : null}
    onChange={(day) => onChange?.(day ? day.format("YYYY-MM-DD") : null)}
    {...(earliest !== undefined && { minDate: dayjs(earliest) })}
    {...(latest !== undefined && { maxDate: dayjs(latest) })}
    style={{ width: "100%" }}
  />
);
