import { cases } from "@mainstay/contract/case";
import { Button } from "antd";
import { Suspense, lazy, useState } from "react";
import { useTranslation } from "react-i18next";
import { EmptyState } from "../../components/empty-state.tsx";
import { ErrorState } from "../../components/error-state.tsx";
import { PageHeader, Screen } from "../../components/page-header.tsx";
import { LoadingScreen } from "../../components/skeleton.tsx";
import { usePagedAnswer } from "../../lib/paged-answer.ts";
import { useMay } from "../../lib/session.ts";
import { useAddressState } from "../../lib/table-state.ts";
import { CaseFilters } from "./case-filters.tsx";
import { type CaseSearch, caseFilterOf, isFiltered } from "./case-search.ts";
import { CaseViews } from "./case-views.tsx";
import { CasesExport } from "./cases-export.tsx";
import { CasesTable } from "./cases-table.tsx";
import { useCaseHeadline } from "./use-case-headline.ts";

const IncomingLink = lazy(() =>
  import("../incoming-message/incoming-link.tsx").then((m) => ({ default: m.IncomingLink })),
);
const OpenCase = lazy(() =>
  import("./open-case-dialog.tsx").then((m) => ({ default: m.OpenCaseDialog })),
);

/** 服务: what is overdue first, then what waits for the customer's word; each case one click away. */
export const CasesScreen = () => {
  const { t } = useTranslation();
  const mayOpen = useMay("case.open");
  const mayExport = useMay("account.export");
  const [isOpening, setOpening] = useState(false);
  const [search] = useAddressState<CaseSearch>();
  const headline = useCaseHeadline();
  const found = usePagedAnswer(
    cases.list,
    { query: { ...caseFilterOf(search), limit: 100 } as never },
    { refetchInterval: () => 60_000 },
  );
  if (found.isError && !found.data)
    return <ErrorState error={found.error} isScreen onRetry={() => void found.refetch()} />;
  const first = found.data?.pages[0];
  if (!first) return <LoadingScreen />;
  const open = mayOpen && (
    <Button type="primary" onClick={() => setOpening(true)}>
      {t("case.open.act")}
    </Button>
  );
  const dialog = <Suspense>{isOpening && <OpenCase onClose={() => setOpening(false)} />}</Suspense>;
  const isEmpty = Object.values(first.counts).every(({ n }) => n === 0);
  if (isEmpty && !isFiltered(search) && search.view === undefined && !found.isPlaceholderData)
    return (
      <Screen>
        <EmptyState
          isScreen
          title={t("case.list.nothing")}
          words={t("case.list.nothingWhy")}
          action={
            <>
              {open}{" "}
              <Suspense>
                <IncomingLink />
              </Suspense>
            </>
          }
        />
        {dialog}
      </Screen>
    );
  const said = headline(first.counts, isFiltered(search) || search.view !== undefined);
  return (
    <Screen width="full">
      <PageHeader
        tabTitle={t("case.title")}
        title={said.title}
        lead={said.lead}
        actions={
          <>
            <Suspense>
              <IncomingLink />
            </Suspense>
            {mayExport && <CasesExport search={search} />}
            {open}
          </>
        }
      />
      <CaseViews />
      <CaseFilters />
      <CasesTable found={found} />
      {dialog}
    </Screen>
  );
};
