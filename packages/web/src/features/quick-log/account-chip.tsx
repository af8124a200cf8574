import { accounts } from "@mainstay/contract/account";
import type { QuickLogDirectory } from "@mainstay/contract/quick-log";
import { keepPreviousData } from "@tanstack/react-query";
import { Select } from "antd";
import { useDeferredValue, useState } from "react";
import { useTranslation } from "react-i18next";
import { useAnswer } from "../../lib/query.ts";

/** The account of a line: from those on the device, and while there is network from all in sight. */
export const AccountChip = ({
  directory,
  value,
  onChange,
}: {
  directory: QuickLogDirectory | undefined;
  value: string | null;
  onChange: (accountId: string) => void;
}) => {
  const { t } = useTranslation();
  const [words, setWords] = useState("");
  const q = useDeferredValue(words.trim());
  const found = useAnswer(
    accounts.list,
    { query: { q, limit: 20 } },
    { enabled: q !== "", placeholderData: keepPreviousData, retry: false },
  );
  const own = (directory?.accounts ?? []).filter(
    ({ name, shortName, pinyin }) =>
      q === "" ||
      `${name} ${shortName ?? ""} ${pinyin.replaceAll(" ", "")}`
        .toLowerCase()
        .includes(q.toLowerCase()),
  );
  const ids = new Set(own.map(({ id }) => id));
  const others = q === "" ? [] : (found.data?.items ?? []).filter(({ id }) => !ids.has(id));
  return (
    <Select
      size="small"
      variant="filled"
      popupMatchSelectWidth={false}
      aria-label={t("quickLog.account")}
      placeholder={t("quickLog.account")}
      showSearch={{ filterOption: false, onSearch: setWords }}
      value={value}
      onChange={(next: string) => onChange(next)}
      notFoundContent={t("app.searchAccountsNone")}
      options={[...own, ...others].map(({ id, name }) => ({ value: id, label: name }))}
    />
  );
};
