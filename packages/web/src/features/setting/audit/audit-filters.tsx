import { auditActKey, auditActs } from "@mainstay/phrases/audit/act-key";
import { Button, Select } from "antd";
import { useTranslation } from "react-i18next";
import { AccountSelect } from "../../../components/account-select.tsx";
import { DayField } from "../../../components/day-field.tsx";
import { UserSelect } from "../../../components/user-select.tsx";
import styles from "../setting-list.module.css";
import type { AuditSearch } from "./audit-search.ts";

/** Narrows the audit: what was done, about whom, by whom, when. */
export const AuditFilters = ({
  search,
  change,
}: {
  search: AuditSearch;
  change: (changed: { [Name in keyof AuditSearch]?: AuditSearch[Name] | undefined }) => void;
}) => {
  const { t } = useTranslation();
  const words = (act: string) => t(`audit.act.${auditActKey(act) ?? "other"}`);
  const { act, person, record, kind } = search;
  return (
    <>
      <div className={styles["auditFilters"]} role="group" aria-label={t("app.filters")}>
        <Select
          aria-label={t("setting.audit.act")}
          showSearch={{ optionFilterProp: "label" }}
          allowClear
          placeholder={t("setting.audit.allActs")}
          value={act ?? null}
          options={auditActs.map((one) => ({ value: one, label: words(one) }))}
          onChange={(next: string | undefined) => change({ act: next })}
        />
        <UserSelect
          label={t("setting.audit.who")}
          nobody={t("setting.audit.anybody")}
          value={search.user ?? null}
          onChange={(user) => change({ user: user ?? undefined })}
        />
        <label className="visually-hidden" htmlFor="audit-account">
          {t("setting.audit.anyAccount")}
        </label>
        <AccountSelect
          id="audit-account"
          placeholder={t("setting.audit.anyAccount")}
          value={search.account ?? null}
          onChange={(account) => change({ account: account ?? undefined })}
        />
        <DayField
          label={t("setting.audit.from")}
          value={search.from ?? null}
          onChange={(from) => change({ from: from ?? undefined })}
        />
        <DayField
          label={t("setting.audit.to")}
          value={search.to ?? null}
          onChange={(to) => change({ to: to ?? undefined })}
        />
      </div>
      {(person !== undefined || record !== undefined || kind !== undefined) && (
        <p className={styles["narrowed"]}>
          {t(person === undefined ? "setting.audit.onlyRecord" : "setting.audit.onlyPerson")}
          <Button
            size="small"
            onClick={() => change({ person: undefined, record: undefined, kind: undefined })}
          >
            {t("setting.audit.clear")}
          </Button>
        </p>
      )}
    </>
  );
};
