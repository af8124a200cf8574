import { hourlyRates } from "@mainstay/contract/cost";
import type { UserRole } from "@mainstay/domain/user/user-role";
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { MoneyField } from "../../components/money-field.tsx";
import { useNotice } from "../../lib/notice.tsx";
import { useAct } from "../../lib/query.ts";
import styles from "./case-clock.module.css";

/** What an hour of one role costs; empty clears it. */
export const RateField = ({
  role,
  rateMinor,
  currency,
}: {
  role: UserRole;
  rateMinor: number | null;
  currency: string;
}) => {
  const { t } = useTranslation();
  const notice = useNotice();
  const [draft, setDraft] = useState(rateMinor);
  const set = useAct(hourlyRates.set, {
    refresh: [hourlyRates.list],
    onSuccess: () => notice.done(t("case.setting.rateSaved")),
    onError: notice.refused,
  });
  return (
    <span className={styles["pair"]}>
      <MoneyField
        label={`${t(`glossary.role.${role}`)} · ${t("case.setting.rate")}`}
        currency={currency}
        minor={draft}
        onChange={setDraft}
      />
      <Button
        size="small"
        disabled={draft === rateMinor}
        loading={set.isPending}
        onClick={() => set.mutate({ params: { role }, body: { rateMinor: draft } })}
      >
        {t("case.setting.save")}
      </Button>
    </span>
  );
};
