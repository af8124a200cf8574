import { accounts } from "@mainstay/contract/account";
import { keepPreviousData } from "@tanstack/react-query";
import { Select } from "antd";
import { useDeferredValue, useState } from "react";
import { useTranslation } from "react-i18next";
import { useAnswer } from "../lib/query.ts";

/** Choose a customer by name, pinyin or initials; the server searches. */
export const AccountSelect = ({
  id,
  value,
  onChange,
  placeholder,
  label,
}: {
  id?: string;
  value?: string | null;
  onChange?: (accountId: string | null) => void;
  placeholder?: string;
  /** Where no visible label belongs to it. */
  label?: string;
}) => {
  const { t } = useTranslation();
  const [words, setWords] = useState("");
  const q = useDeferredValue(words.trim());
  const found = useAnswer(
    accounts.list,
    { query: { q, limit: 20 } },
    { placeholderData: keepPreviousData },
  );
  return (
    <Select
      {...(id !== undefined && { id })}
      {...(label !== undefined && { "aria-label": label })}
      allowClear
      showSearch={{ filterOption: false, onSearch: setWords }}
      placeholder={placeholder ?? t("app.searchAccounts")}
      value={value ?? null}
      notFoundContent={found.isPending ? t("app.loading") : t("app.searchAccountsNone")}
      onChange={(next: string | undefined) => onChange?.(next ?? null)}
      options={(found.data?.items ?? []).map((row) => ({ value: row.id, label: row.name }))}
    />
  );
};
