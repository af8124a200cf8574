import { decisionChains } from "@mainstay/contract/decision-chain";
import { Select } from "antd";
import { useTranslation } from "react-i18next";
import { useAnswer } from "../../lib/query.ts";

/** Choose somebody who works at the account now. `known` is shown before the list has arrived, or where they have left. */
export const ContactSelect = ({
  accountId,
  id,
  value,
  onChange,
  notPersonId,
  known = null,
}: {
  accountId: string;
  id?: string;
  value?: string | null;
  onChange?: (personId: string | null) => void;
  notPersonId?: string;
  known?: { id: string; name: string } | null;
}) => {
  const { t } = useTranslation();
  const found = useAnswer(decisionChains.get, { params: { accountId } });
  const listed = (found.data?.people ?? [])
    .filter(({ personId, isPlaceholder }) => personId !== notPersonId && !isPlaceholder)
    .map(({ personId, name, position }) => ({
      value: personId,
      label: position.title === null ? name : `${name} · ${position.title}`,
    }));
  const options =
    known !== null && !listed.some((one) => one.value === known.id)
      ? [{ value: known.id, label: known.name }, ...listed]
      : listed;
  return (
    <Select
      {...(id !== undefined && { id })}
      allowClear
      style={{ width: "100%" }}
      showSearch={{ optionFilterProp: "label" }}
      value={options.some((one) => one.value === value) ? value : null}
      notFoundContent={found.isPending ? t("app.loading") : t("handover.none.people")}
      onChange={(next: string | undefined) => onChange?.(next ?? null)}
      options={options}
    />
  );
};
