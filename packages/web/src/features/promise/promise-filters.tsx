import type { promiseStatuses } from "@mainstay/domain/promise/promise-status";
import { Button, Checkbox, Select, Tag } from "antd";
import { useTranslation } from "react-i18next";
import { AccountSelect } from "../../components/account-select.tsx";
import { Icon } from "../../components/icon.tsx";
import { UserSelect } from "../../components/user-select.tsx";
import { useSession } from "../../lib/session.ts";
import { useAddressState } from "../../lib/table-state.ts";
import { DepartmentSelect } from "./department-select.tsx";
import { isFiltered, noPromiseFilter, type PromiseSearch } from "./promise-search.ts";
import styles from "./promise.module.css";

const shown = ["open", "kept", "broken", "withdrawn", "all"] as const satisfies readonly (
  | (typeof promiseStatuses)[number]
  | "all"
)[];

/** Narrows the ledger; every choice stands in the address. */
export const PromiseFilters = ({ account }: { account: { id: string; name: string } | null }) => {
  const { t } = useTranslation();
  const { user } = useSession();
  const [search, change] = useAddressState<PromiseSearch>();
  const isMine = search.giver === "mine";
  const drop = (parts: PromiseSearch) => change(parts);
  return (
    <div className={styles["filters"]} role="group" aria-label={t("app.filters")}>
      <DepartmentSelect
        label={t("promise.filter.department")}
        value={search.department ?? null}
        onChange={(department) => drop({ department: department ?? undefined } as PromiseSearch)}
      />
      <div className={styles["giver"]}>
        <UserSelect
          label={t("promise.filter.giver")}
          nobody={t("promise.filter.giver")}
          value={isMine ? user.id : (search.giver ?? null)}
          onChange={(giver) => drop({ giver: giver ?? undefined } as PromiseSearch)}
        />
      </div>
      <Select
        aria-label={t("promise.filter.status")}
        popupMatchSelectWidth={false}
        value={search.status ?? "open"}
        onChange={(status) =>
          drop({ status: status === "open" ? undefined : status } as PromiseSearch)
        }
        options={shown.map((value) => ({
          value,
          label: value === "all" ? t("promise.filter.all") : t(`promise.status.${value}`),
        }))}
      />
      {search.account !== undefined && account?.id === search.account ? (
        <Tag closable onClose={() => drop({ account: undefined } as never)}>
          {account.name}
        </Tag>
      ) : (
        <div className={styles["account"]}>
          <AccountSelect
            label={t("promise.filter.account")}
            placeholder={t("promise.filter.account")}
            value={null}
            onChange={(next) => drop({ account: next ?? undefined } as PromiseSearch)}
          />
        </div>
      )}
      <Checkbox
        checked={isMine}
        onChange={({ target }) =>
          drop({ giver: target.checked ? "mine" : undefined } as PromiseSearch)
        }
      >
        {t("promise.filter.mine")}
      </Checkbox>
      <Checkbox
        checked={search.late === "true"}
        onChange={({ target }) =>
          drop({ late: target.checked ? "true" : undefined, status: undefined } as never)
        }
      >
        {t("promise.filter.late")}
      </Checkbox>
      {search.from !== undefined && search.to !== undefined && (
        <Tag closable onClose={() => drop({ from: undefined, to: undefined } as never)}>
          {t("promise.filter.period", { from: search.from, to: search.to })}
        </Tag>
      )}
      {search.counted !== undefined && (
        <Tag closable onClose={() => drop({ counted: undefined } as never)}>
          {t(`promise.count.${search.counted}`)}
        </Tag>
      )}
      {isFiltered(search) && (
        <Button
          type="text"
          icon={<Icon name="close" size={12} />}
          onClick={() => change(noPromiseFilter)}
        >
          {t("app.clearFilters")}
        </Button>
      )}
    </div>
  );
};
