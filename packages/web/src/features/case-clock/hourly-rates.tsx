import { hourlyRates } from "@mainstay/contract/cost";
import type { UserRole } from "@mainstay/domain/user/user-role";
import { useTranslation } from "react-i18next";
import { ErrorState } from "../../components/error-state.tsx";
import { Money } from "../../components/money.tsx";
import { RowSkeleton } from "../../components/skeleton.tsx";
import { useAnswer } from "../../lib/query.ts";
import { useMay } from "../../lib/session.ts";
import styles from "./case-clock.module.css";
import { RateField } from "./rate-field.tsx";

/** What an hour of each role costs us; values the hours noted on cases. */
export const HourlyRates = () => {
  const { t } = useTranslation();
  const mayEdit = useMay("case_setting.edit");
  const found = useAnswer(hourlyRates.list, {});
  const row = ({ role, rateMinor }: { role: UserRole; rateMinor: number | null }) => (
    <li key={role}>
      <span>{t(`glossary.role.${role}`)}</span>
      {mayEdit ? (
        <RateField role={role} rateMinor={rateMinor} currency={found.data?.currency ?? "CNY"} />
      ) : rateMinor === null ? (
        <span className="muted">{t("case.setting.unset")}</span>
      ) : (
        <Money minor={rateMinor} currency={found.data?.currency ?? "CNY"} exact />
      )}
    </li>
  );
  return (
    <section className={styles["rates"]} aria-label={t("case.setting.rates")}>
      <h2>{t("case.setting.rates")}</h2>
      <p className="muted">{t("case.setting.ratesLead")}</p>
      {found.isError && !found.data ? (
        <ErrorState error={found.error} onRetry={() => void found.refetch()} />
      ) : !found.data ? (
        <RowSkeleton rows={3} />
      ) : (
        <ul>{found.data.items.map(row)}</ul>
      )}
    </section>
  );
};
