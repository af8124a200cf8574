import { caseClockSettings } from "@mainstay/contract/case-clock-setting";
import { useTranslation } from "react-i18next";
import { ErrorState } from "../../components/error-state.tsx";
import { PageHeader } from "../../components/page-header.tsx";
import { RowSkeleton } from "../../components/skeleton.tsx";
import { useAnswer } from "../../lib/query.ts";
import { ClockForm } from "./clock-form.tsx";
import { HourlyRates } from "./hourly-rates.tsx";

/** 服务时限 and what an hour of each role costs. */
export const CaseClockSettings = () => {
  const { t } = useTranslation();
  const found = useAnswer(caseClockSettings.get, {});
  return (
    <>
      <PageHeader title={t("case.setting.title")} lead={t("case.setting.lead")} />
      {found.isError && !found.data && (
        <ErrorState error={found.error} onRetry={() => void found.refetch()} />
      )}
      {found.isPending && <RowSkeleton rows={5} />}
      {found.data && <ClockForm key={found.data.version} view={found.data} />}
      <HourlyRates />
    </>
  );
};
