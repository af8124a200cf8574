import { cases } from "@mainstay/contract/case";
import { Link, useParams } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";
import { EmptyState } from "../../components/empty-state.tsx";
import { ErrorState } from "../../components/error-state.tsx";
import { PageHeader, Screen } from "../../components/page-header.tsx";
import { LoadingScreen, RowSkeleton } from "../../components/skeleton.tsx";
import { isProblem } from "../../lib/problem.ts";
import { useAnswer } from "../../lib/query.ts";
import { useNow } from "../handover/use-now.ts";
import { AttachmentsSection } from "./attachments-section.tsx";
import { CaseActs } from "./case-acts.tsx";
import { CaseComposer } from "./case-composer.tsx";
import { CaseDetail } from "./case-detail.tsx";
import { CaseLead } from "./case-lead.tsx";
import { CasePeople } from "./case-people.tsx";
import { CasePauses } from "./case-pauses.tsx";
import { CaseTimeline } from "./case-timeline.tsx";
import { CaseVerdict } from "./case-verdict.tsx";
import { ClockBars } from "./clock-bars.tsx";
import { CostsSection } from "./costs-section.tsx";
import { EscalationLadder } from "./escalation-ladder.tsx";
import { LinksSection } from "./links-section.tsx";
import { ClosingSection, GivePromiseButton, NoteNeedButton } from "./other-rooms.tsx";
import styles from "./case-page.module.css";

/** The closed loop this case belongs to, where it came from a dissatisfied answer. */
const LoopStrip = lazy(() =>
  import("../feedback-loop/loop-strip.tsx").then((m) => ({ default: m.LoopStrip })),
);

/** One case: how it stands and by when, what to do next, what was said and done, who answers for it. */
export const CaseScreen = () => {
  const { caseId } = useParams({ strict: false }) as { caseId: string };
  const { t } = useTranslation();
  const now = useNow();
  const found = useAnswer(cases.get, { params: { caseId } }, { refetchInterval: 60_000 });
  if (isProblem(found.error, "case.not_found"))
    return (
      <EmptyState
        isScreen
        title={found.error.words}
        action={<Link to="/cases">{t("case.title")}</Link>}
      />
    );
  if (found.isError && !found.data)
    return <ErrorState error={found.error} isScreen onRetry={() => void found.refetch()} />;
  const view = found.data;
  if (!view) return <LoadingScreen />;
  // While the customer's word is all that is missing it is what there is to do.
  const closing = (
    <Suspense fallback={<RowSkeleton rows={2} />}>
      <ClosingSection caseId={caseId} />
    </Suspense>
  );
  return (
    <Screen>
      <PageHeader
        tabTitle={`#${view.number} ${view.title}`}
        title={
          <>
            <span className={styles["number"]}>#{view.number}</span> {view.title}
          </>
        }
        lead={<CaseLead view={view} />}
        actions={<CaseActs view={view} />}
      />
      <CaseVerdict view={view} now={now} />
      <ClockBars view={view} now={now} />
      <Suspense>
        <LoopStrip caseId={caseId} />
      </Suspense>
      <div className={styles["columns"]}>
        <div className={styles["column"]}>
          {view.status === "solved" && closing}
          {(view.can.reply || view.can.note) && <CaseComposer key={caseId} view={view} />}
          <CaseDetail view={view} />
          <CaseTimeline view={view} />
        </div>
        <aside className={styles["column"]} aria-label={t("case.person.firstResponder")}>
          <CasePeople view={view} />
          {view.status !== "duplicate" && view.status !== "solved" && closing}
          <EscalationLadder view={view} />
          {view.pauses.length > 0 && <CasePauses view={view} />}
          <AttachmentsSection caseId={caseId} />
          <CostsSection caseId={caseId} />
          <LinksSection caseId={caseId} accountId={view.account.id} />
          <Suspense>
            <div className={styles["further"]}>
              <NoteNeedButton
                source={{ kind: "case", id: caseId }}
                accountId={view.account.id}
                personId={view.person?.id ?? null}
                title={view.title}
              />
              <GivePromiseButton
                source={{ kind: "case", id: caseId }}
                accountId={view.account.id}
                personId={view.person?.id ?? null}
              />
            </div>
          </Suspense>
        </aside>
      </div>
    </Screen>
  );
};
