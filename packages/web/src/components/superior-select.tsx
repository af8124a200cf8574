import { people } from "@mainstay/contract/person";
import { Select } from "antd";
import { useTranslation } from "react-i18next";
import { useAnswer } from "../lib/query.ts";

/** Choose a superior among those who work at the account; `notPersonId` cannot be their own. */
export const SuperiorSelect = ({
  id,
  value,
  onChange,
  accountId,
  notPersonId,
}: {
  id?: string;
  value?: string | null;
  onChange?: (positionId: string | null) => void;
  accountId: string;
  notPersonId?: string;
}) => {
  const { t } = useTranslation();
  const found = useAnswer(people.list, { params: { accountId } }, { enabled: accountId !== "" });
  const options = (found.data?.items ?? [])
    .filter((job) => job.endsOn === null && job.personId !== notPersonId)
    .map((job) => ({
      value: job.id,
      label: job.title === null ? job.name : `${job.name} · ${job.title}`,
    }));
  return (
    <Select
      {...(id !== undefined && { id })}
      allowClear
      showSearch={{ optionFilterProp: "label" }}
      placeholder={t("person.noSuperior")}
      disabled={accountId === ""}
      loading={found.isFetching}
      value={value ?? null}
      onChange={(next: string | undefined) => onChange?.(next ?? null)}
      options={options}
    />
  );
};
