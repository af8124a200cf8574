import { cases } from "@mainstay/contract/case";
import { keepPreviousData } from "@tanstack/react-query";
import { Select } from "antd";
import { useDeferredValue, useState } from "react";
import { useTranslation } from "react-i18next";
import { useAnswer } from "../../lib/query.ts";

/** Choose another case of the account by number or title; the server searches. */
export const CaseSelect = ({
  id,
  accountId,
  notCaseId,
  value,
  onChange,
}: {
  id?: string;
  accountId: string;
  notCaseId: string;
  value: string | null;
  onChange: (caseId: string | null) => void;
}) => {
  const { t } = useTranslation();
  const [words, setWords] = useState("");
  const search = useDeferredValue(words.trim());
  const found = useAnswer(
    cases.list,
    { query: { accountId, order: "newest", limit: 20, ...(search !== "" && { search }) } },
    { placeholderData: keepPreviousData },
  );
  return (
    <Select
      {...(id !== undefined && { id })}
      allowClear
      style={{ width: "100%" }}
      showSearch={{ filterOption: false, onSearch: setWords }}
      placeholder={t("case.list.search")}
      value={value}
      notFoundContent={found.isPending ? t("app.loading") : t("case.list.empty")}
      onChange={(next: string | undefined) => onChange(next ?? null)}
      options={(found.data?.items ?? [])
        .filter((row) => row.id !== notCaseId && row.status !== "duplicate")
        .map((row) => ({ value: row.id, label: `#${row.number} ${row.title}` }))}
    />
  );
};
