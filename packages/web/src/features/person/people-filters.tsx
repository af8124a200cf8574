import { buyingRoles } from "@mainstay/domain/buying-role/buying-role";
import { Button, Select } from "antd";
import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import { AccountSelect } from "../../components/account-select.tsx";
import { Icon } from "../../components/icon.tsx";
import { SearchBox } from "../../components/search-box.tsx";
import { useAddressState } from "../../lib/table-state.ts";
import { type PeopleSearch, isFiltered, noFilter, quietChoices } from "./people-search.ts";
import styles from "./people-screen.module.css";

const shared = { popupMatchSelectWidth: false, allowClear: true } as const;

/** Narrow the people; every choice stands in the address. */
export const PeopleFilters = () => {
  const { t } = useTranslation();
  const [search, change] = useAddressState<PeopleSearch>();
  const onText = useCallback((q: string) => change({ q: q === "" ? undefined : q }), [change]);
  const onDepartment = useCallback(
    (department: string) => change({ department: department === "" ? undefined : department }),
    [change],
  );
  const toggle = (name: "hasJob" | "doorOpener" | "placeholder", words: string) => (
    <Button
      aria-pressed={search[name] === "yes"}
      className={styles["toggle"]}
      onClick={() => change({ [name]: search[name] === "yes" ? undefined : "yes" })}
    >
      {words}
    </Button>
  );
  return (
    <div className={styles["filters"]} role="group" aria-label={t("app.filters")}>
      <div className={styles["search"]}>
        <SearchBox value={search.q ?? ""} label={t("person.list.search")} onChange={onText} />
      </div>
      <div className={styles["account"]}>
        <AccountSelect
          value={search.account ?? null}
          label={t("person.list.account")}
          placeholder={t("person.list.account")}
          onChange={(account) => change({ account: account ?? undefined })}
        />
      </div>
      <div className={styles["department"]}>
        <SearchBox
          value={search.department ?? ""}
          label={t("person.list.department")}
          onChange={onDepartment}
        />
      </div>
      <Select
        {...shared}
        mode="multiple"
        maxTagCount={1}
        className={styles["select"]}
        aria-label={t("person.list.role")}
        placeholder={t("person.list.role")}
        value={search.role ?? []}
        onChange={(role) => change({ role: role.length > 0 ? role : undefined })}
        options={buyingRoles.map((value) => ({ value, label: t(`glossary.buyingRole.${value}`) }))}
      />
      <Select
        {...shared}
        className={styles["select"]}
        aria-label={t("person.list.quiet")}
        placeholder={t("person.list.quiet")}
        value={search.quiet ?? null}
        onChange={(quiet) => change({ quiet: quiet ?? undefined })}
        options={quietChoices.map((value) => ({
          value,
          label: t("person.list.quietOf", { count: Number(value) }),
        }))}
      />
      {toggle("hasJob", t("person.list.hasJob"))}
      {toggle("doorOpener", t("person.list.isDoorOpener"))}
      {toggle("placeholder", t("person.list.isPlaceholder"))}
      {isFiltered(search) && (
        <Button type="text" icon={<Icon name="close" size={12} />} onClick={() => change(noFilter)}>
          {t("app.clearFilters")}
        </Button>
      )}
    </div>
  );
};
