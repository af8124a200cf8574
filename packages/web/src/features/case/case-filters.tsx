import { departments } from "@mainstay/contract/department";
import { caseChannels, caseKinds, caseLevels } from "@mainstay/domain/case/case-kind";
import { Button, Select } from "antd";
import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import { AccountSelect } from "../../components/account-select.tsx";
import { Icon } from "../../components/icon.tsx";
import { SearchBox } from "../../components/search-box.tsx";
import { useAnswer } from "../../lib/query.ts";
import { useMay } from "../../lib/session.ts";
import { useAddressState } from "../../lib/table-state.ts";
import { CaseFilterTags } from "./case-filter-tags.tsx";
import { caseOrderOf, type CaseSearch, isFiltered, noFilter } from "./case-search.ts";
import styles from "./case.module.css";

const shared = { popupMatchSelectWidth: false, allowClear: true } as const;

/** Narrow the cases; every choice stands in the address. */
export const CaseFilters = () => {
  const { t } = useTranslation();
  const [search, change] = useAddressState<CaseSearch>();
  const maySeeDepartments = useMay("user.view");
  const found = useAnswer(departments.list, {}, { enabled: maySeeDepartments, staleTime: 300_000 });
  const onText = useCallback(
    (q: string) => change({ q: q === "" ? undefined : q } as CaseSearch),
    [change],
  );
  const several = <Name extends "kind" | "level" | "channel">(
    name: Name,
    options: readonly string[],
    words: (value: string) => string,
  ) => (
    <Select
      {...shared}
      mode="multiple"
      maxTagCount={1}
      className={styles["select"]}
      aria-label={t(`case.list.filter.${name}`)}
      placeholder={t(`case.list.filter.${name}`)}
      value={(search[name] ?? []) as string[]}
      onChange={(next: string[]) =>
        change({ [name]: next.length > 0 ? next : undefined } as unknown as CaseSearch)
      }
      options={options.map((value) => ({ value, label: words(value) }))}
    />
  );
  return (
    <div className={styles["filters"]} role="group" aria-label={t("app.filters")}>
      <div className={styles["search"]}>
        <SearchBox value={search.q ?? ""} label={t("case.list.search")} onChange={onText} />
      </div>
      <div className={styles["account"]}>
        <AccountSelect
          value={search.account ?? null}
          label={t("case.list.filter.account")}
          placeholder={t("case.list.filter.account")}
          onChange={(account) => change({ account: account ?? undefined } as CaseSearch)}
        />
      </div>
      {several("kind", caseKinds, (one) => t(`case.kind.${one as "fault"}`))}
      {several("level", caseLevels, (one) => t(`case.level.${one as "major"}`))}
      {several("channel", caseChannels, (one) => t(`case.channel.${one as "phone"}`))}
      {maySeeDepartments && (
        <Select
          {...shared}
          className={styles["select"]}
          aria-label={t("case.list.filter.department")}
          placeholder={t("case.list.filter.department")}
          value={search.department ?? null}
          onChange={(department) => change({ department: department ?? undefined } as CaseSearch)}
          options={(found.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      <Select
        popupMatchSelectWidth={false}
        className={styles["select"]}
        aria-label={t("case.list.order.label")}
        value={caseOrderOf(search)}
        onChange={(order) => change({ order } as CaseSearch)}
        options={(["urgency", "newest"] as const).map((value) => ({
          value,
          label: t(`case.list.order.${value}`),
        }))}
      />
      <CaseFilterTags />
      {isFiltered(search) && (
        <Button type="text" icon={<Icon name="close" size={12} />} onClick={() => change(noFilter)}>
          {t("app.clearFilters")}
        </Button>
      )}
    </div>
  );
};
