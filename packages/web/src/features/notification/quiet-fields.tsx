import { Checkbox, Form, Input } from "antd";
import { useTranslation } from "react-i18next";
import { minutesOf, timeText } from "./minutes.ts";

/** A time of day, kept as minutes after midnight. */
const TimeField = ({
  id,
  value = null,
  onChange,
  label,
}: {
  id?: string;
  value?: number | null;
  onChange?: (minutes: number | null) => void;
  label: string;
}) => (
  <Input
    id={id}
    type="time"
    aria-label={label}
    value={timeText(value)}
    onChange={({ target }) => onChange?.(minutesOf(target.value))}
    style={{ width: 120 }}
  />
);

/** From when to when it is quiet, across midnight where the end is earlier; and whether days off are. */
export const QuietFields = ({ hint }: { hint: string }) => {
  const { t } = useTranslation();
  return (
    <>
      <Form.Item label={t("notification.quiet")} extra={hint}>
        <span style={{ display: "inline-flex", gap: 8, alignItems: "center" }}>
          <Form.Item name="quietFrom" noStyle>
            <TimeField label={t("notification.quietFrom")} />
          </Form.Item>
          –
          <Form.Item name="quietTo" noStyle>
            <TimeField label={t("notification.quietTo")} />
          </Form.Item>
        </span>
      </Form.Item>
      <Form.Item name="workdaysOnly" valuePropName="checked">
        <Checkbox>{t("notification.workdaysOnly")}</Checkbox>
      </Form.Item>
    </>
  );
};
