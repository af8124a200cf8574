import type { AccountRow } from "@mainstay/contract/account";
import { users } from "@mainstay/contract/user";
import { grades } from "@mainstay/domain/account/grade";
import { healthBands } from "@mainstay/domain/health/health-band";
import { AutoComplete, Button, Select } from "antd";
import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import { Icon } from "../../components/icon.tsx";
import { SearchBox } from "../../components/search-box.tsx";
import { useAnswer } from "../../lib/query.ts";
import { useSession } from "../../lib/session.ts";
import { useAddressState } from "../../lib/table-state.ts";
import type { AccountSearch } from "./account-search.ts";
import { isFiltered, noFilter, stageChoices } from "./account-search.ts";
import styles from "./accounts-screen.module.css";

const shared = { popupMatchSelectWidth: false, allowClear: true } as const;

const distinct = (values: readonly (string | null)[]) =>
  [...new Set(values.filter((value): value is string => value !== null))]
    .sort((a, b) => a.localeCompare(b, "zh"))
    .map((value) => ({ value }));

/** Narrow the accounts; every choice stands in the address. Industry and region offer what the loaded rows hold. */
export const AccountFilters = ({ rows }: { rows: readonly AccountRow[] }) => {
  const { t } = useTranslation();
  const { user } = useSession();
  const [search, change] = useAddressState<AccountSearch>();
  const colleagues = useAnswer(users.list, { query: { limit: 200 } }, { staleTime: 300_000 });
  const onText = useCallback((q: string) => change({ q: q === "" ? undefined : q }), [change]);
  const toggle = (name: "signal" | "proposal") => (
    <Button
      aria-pressed={search[name] === "yes"}
      className={styles["toggle"]}
      onClick={() => change({ [name]: search[name] === "yes" ? undefined : "yes" })}
    >
      {t(`account.filter.${name}`)}
    </Button>
  );
  const typed = (name: "industry" | "region") => (
    <AutoComplete
      {...shared}
      key={`${name}:${search[name] ?? ""}`}
      aria-label={t(`account.filter.${name}`)}
      placeholder={t(`account.filter.${name}`)}
      className={styles["typed"]}
      defaultValue={search[name] ?? null}
      options={distinct(rows.map((row) => row[name]))}
      showSearch={{ filterOption: true }}
      onSelect={(value: string) => change({ [name]: value })}
      onClear={() => change({ [name]: undefined })}
      onBlur={(event) => {
        const value = (event.target as HTMLInputElement).value.trim();
        if (value !== (search[name] ?? "")) change({ [name]: value === "" ? undefined : value });
      }}
    />
  );
  return (
    <div className={styles["filters"]} role="group" aria-label={t("app.filters")}>
      <div className={styles["search"]}>
        <SearchBox value={search.q ?? ""} label={t("account.search")} onChange={onText} />
      </div>
      <Select
        {...shared}
        mode="multiple"
        maxTagCount={1}
        className={styles["select"]}
        aria-label={t("account.filter.grade")}
        placeholder={t("account.filter.grade")}
        value={search.grade ?? []}
        onChange={(grade) => change({ grade: grade.length > 0 ? grade : undefined })}
        options={grades.map((value) => ({ value, label: t(`glossary.grade.${value}`) }))}
      />
      <Select
        {...shared}
        showSearch={{ optionFilterProp: "label" }}
        className={styles["select"]}
        aria-label={t("account.filter.manager")}
        placeholder={t("account.filter.manager")}
        value={search.manager ?? null}
        onChange={(manager: string | undefined) => change({ manager })}
        options={[
          { value: "me", label: t("app.me") },
          { value: "none", label: t("app.nobody") },
          ...(colleagues.data?.items ?? [])
            .filter(({ id }) => id !== user.id)
            .map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      <Select
        {...shared}
        mode="multiple"
        maxTagCount={1}
        className={styles["select"]}
        aria-label={t("account.filter.health")}
        placeholder={t("account.filter.health")}
        value={search.health ?? []}
        onChange={(health) => change({ health: health.length > 0 ? health : undefined })}
        options={healthBands.map((value) => ({ value, label: t(`glossary.healthBand.${value}`) }))}
      />
      <Select
        {...shared}
        mode="multiple"
        maxTagCount={1}
        className={styles["select"]}
        aria-label={t("account.filter.stage")}
        placeholder={t("account.filter.stage")}
        value={search.stage ?? []}
        onChange={(stage) => change({ stage: stage.length > 0 ? stage : undefined })}
        options={stageChoices.map((value) => ({ value, label: t(`glossary.stage.${value}`) }))}
      />
      {typed("industry")}
      {typed("region")}
      {toggle("signal")}
      {toggle("proposal")}
      {isFiltered(search) && (
        <Button type="text" icon={<Icon name="close" size={12} />} onClick={() => change(noFilter)}>
          {t("app.clearFilters")}
        </Button>
      )}
    </div>
  );
};
