import { Select } from "antd";
import { minuteWords } from "./minute-words.ts";

const halfHours = Array.from({ length: 49 }, (_, at) => at * 30);

/** A time of day on the workspace's clocks, in half hours; another one that was set stays choosable. */
export const MinuteField = ({
  label,
  value,
  isDisabled,
  onChange,
}: {
  label: string;
  value: number;
  isDisabled: boolean;
  onChange: (minute: number) => void;
}) => (
  <Select
    aria-label={label}
    disabled={isDisabled}
    value={value}
    onChange={onChange}
    options={[...new Set([...halfHours, value])]
      .toSorted((a, b) => a - b)
      .map((minute) => ({ value: minute, label: minuteWords(minute) }))}
    style={{ width: 92 }}
  />
);
