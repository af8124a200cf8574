import { formatInstant } from "@mainstay/phrases/format/format-day";
import { DatePicker } from "antd";
import dayjs from "dayjs";
import "dayjs/locale/zh-cn.js";
import { useSession } from "../../lib/session.ts";
import { instantOfWallClock } from "./wall-clock.ts";

/** Choose day and time by the workspace's clocks; speaks instants, so it fits the wire. */
export const InstantField = ({
  id,
  value,
  onChange,
}: {
  id?: string;
  value: string | null;
  onChange: (instant: string | null) => void;
}) => {
  const { timeZone } = useSession().workspace;
  return (
    <DatePicker
      {...(id !== undefined && { id })}
      showTime={{ format: "HH:mm" }}
      format="YYYY-MM-DD HH:mm"
      value={value === null ? null : dayjs(formatInstant(value, timeZone))}
      onChange={(day) =>
        onChange(day ? instantOfWallClock(day.format("YYYY-MM-DD HH:mm"), timeZone) : null)
      }
      style={{ width: "100%" }}
    />
  );
};
