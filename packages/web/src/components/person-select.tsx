import { personLists } from "@mainstay/contract/person-list";
import { keepPreviousData } from "@tanstack/react-query";
import { Select } from "antd";
import { useDeferredValue, useState } from "react";
import { useTranslation } from "react-i18next";
import { useAnswer } from "../lib/query.ts";

/** Choose a person at any customer by name, pinyin, title, phone or mail; the server searches. */
export const PersonSelect = ({
  id,
  value,
  onChange,
  notPersonId,
  label,
  placeholder,
}: {
  id?: string;
  value?: string | null;
  onChange?: (personId: string | null) => void;
  notPersonId?: string;
  /** Where no visible label belongs to it. */
  label?: string;
  placeholder?: string;
}) => {
  const { t } = useTranslation();
  const [words, setWords] = useState("");
  const q = useDeferredValue(words.trim());
  const found = useAnswer(
    personLists.search,
    { query: { q, limit: 20 } },
    { placeholderData: keepPreviousData },
  );
  return (
    <Select
      {...(id !== undefined && { id })}
      {...(label !== undefined && { "aria-label": label })}
      allowClear
      style={{ width: "100%" }}
      showSearch={{ filterOption: false, onSearch: setWords }}
      placeholder={placeholder}
      value={value ?? null}
      notFoundContent={found.isPending ? t("app.loading") : t("person.list.filteredNone")}
      onChange={(next: string | undefined) => onChange?.(next ?? null)}
      options={(found.data?.items ?? [])
        .filter((row) => row.id !== notPersonId)
        .map((row) => ({
          value: row.id,
          label: [row.name, row.jobs[0]?.account.name, row.jobs[0]?.title]
            .filter(Boolean)
            .join(" · "),
        }))}
    />
  );
};
