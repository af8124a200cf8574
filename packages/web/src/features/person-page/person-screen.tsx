import { personPages } from "@mainstay/contract/person-page";
import { Link, useParams } from "@tanstack/react-router";
import { Suspense, lazy, useState } from "react";
import { useTranslation } from "react-i18next";
import { EmptyState } from "../../components/empty-state.tsx";
import { ErrorState } from "../../components/error-state.tsx";
import { Screen } from "../../components/page-header.tsx";
import { LoadingScreen } from "../../components/skeleton.tsx";
import { isProblem } from "../../lib/problem.ts";
import { useAnswer } from "../../lib/query.ts";
import { ConsentsSection } from "../consent/consents-section.tsx";
import { PersonDaysSection } from "../day/person-days-section.tsx";
import { PersonStandingSection } from "../decision-chain/person-standing-section.tsx";
import { DossierSection } from "../fact/dossier-section.tsx";
import { ContactsSection } from "./contacts-section.tsx";
import type { JobAct } from "./job-dialogs.tsx";
import { JobsSection } from "./jobs-section.tsx";
import { PersonHead } from "./person-head.tsx";
import styles from "./person-screen.module.css";

const JobDialogs = lazy(() => import("./job-dialogs.tsx").then((m) => ({ default: m.JobDialogs })));

/** One person, whatever their job: who they are to us on top, then what each room knows of them. */
export const PersonScreen = () => {
  const { t } = useTranslation();
  const { personId } = useParams({ from: "/workspace/people/$personId" });
  const [act, setAct] = useState<JobAct | null>(null);
  const found = useAnswer(personPages.get, { params: { personId } });
  if (isProblem(found.error, "person.not_found") || isProblem(found.error, "request.invalid"))
    return (
      <EmptyState
        isScreen
        title={t("person.page.notFound")}
        words={found.error?.words}
        action={<Link to="/people">{t("person.page.toPeople")}</Link>}
      />
    );
  if (found.isError && !found.data)
    return <ErrorState error={found.error} isScreen onRetry={() => void found.refetch()} />;
  const page = found.data;
  if (!page) return <LoadingScreen />;
  return (
    <Screen>
      <PersonHead page={page} />
      <div className={styles["columns"]}>
        <div className={styles["column"]}>
          <PersonStandingSection personId={personId} />
          <DossierSection personId={personId} />
          <div className={styles["last"]}>
            <ContactsSection page={page} />
          </div>
        </div>
        <div className={styles["column"]}>
          <div className={styles["first"]}>
            <JobsSection page={page} onAct={setAct} />
          </div>
          {!page.person.isPlaceholder && <ConsentsSection personId={personId} />}
          {!page.person.isPlaceholder && <PersonDaysSection personId={personId} />}
        </div>
      </div>
      {act !== null && (
        <Suspense>
          <JobDialogs page={page} act={act} onClose={() => setAct(null)} />
        </Suspense>
      )}
    </Screen>
  );
};
