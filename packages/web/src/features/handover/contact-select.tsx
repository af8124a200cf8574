import { decisionChains } from "@mainstay/contract/decision-chain";
import { Select } from "antd";
import { useTranslation } from "react-i18next";
import { useAnswer } from "../../lib/query.ts";

/** Choose somebody who works at the account now. */
export const ContactSelect = ({
  accountId,
  id,
  value,
  onChange,
  notPersonId,
}: {
  accountId: string;
  id?: string;
  value?: string | null;
  onChange?: (personId: string | null) => void;
  notPersonId?: string;
}) => {
  const { t } = useTranslation();
  const found = useAnswer(decisionChains.get, { params: { accountId } });
  return (
    <Select
      {...(id !== undefined && { id })}
      allowClear
      style={{ width: "100%" }}
      showSearch={{ optionFilterProp: "label" }}
      value={value ?? null}
      notFoundContent={found.isPending ? t("app.loading") : t("handover.none.people")}
      onChange={(next: string | undefined) => onChange?.(next ?? null)}
      options={(found.data?.people ?? [])
        .filter(({ personId, isPlaceholder }) => personId !== notPersonId && !isPlaceholder)
        .map(({ personId, name, position }) => ({
          value: personId,
          label: position.title === null ? name : `${name} · ${position.title}`,
        }))}
    />
  );
};
