import { departments } from "@mainstay/contract/department";
import { Select } from "antd";
import { useTranslation } from "react-i18next";
import { useAnswer } from "../../lib/query.ts";

/** Choose one of our departments. */
export const DepartmentSelect = ({
  id,
  label,
  value,
  onChange,
  known = null,
}: {
  id?: string;
  /** Where no visible label belongs to it; then it is a filter and may be empty. */
  label?: string;
  value: string | null;
  onChange: (departmentId: string | null) => void;
  /** Shown before the list has arrived. */
  known?: { id: string; name: string } | null;
}) => {
  const { t } = useTranslation();
  const found = useAnswer(departments.list, {}, { staleTime: 300_000 });
  const listed = (found.data?.items ?? []).map((one) => ({ value: one.id, label: one.name }));
  const options =
    known !== null && !listed.some((one) => one.value === known.id)
      ? [{ value: known.id, label: known.name }, ...listed]
      : listed;
  return (
    <Select
      {...(id !== undefined && { id })}
      {...(label !== undefined && { "aria-label": label, placeholder: label, allowClear: true })}
      {...(label === undefined && { placeholder: t("promise.field.departmentChoose") })}
      popupMatchSelectWidth={false}
      showSearch={{ optionFilterProp: "label" }}
      value={options.some((one) => one.value === value) ? value : null}
      onChange={(next: string | null | undefined) => onChange(next ?? null)}
      options={options}
    />
  );
};
