import { accountPage } from "@mainstay/contract/account-page";
import { Link, useParams } from "@tanstack/react-router";
import { Suspense, lazy, useState } from "react";
import { useTranslation } from "react-i18next";
import { EmptyState } from "../../components/empty-state.tsx";
import { ErrorState } from "../../components/error-state.tsx";
import { Screen } from "../../components/page-header.tsx";
import { LoadingScreen } from "../../components/skeleton.tsx";
import { isProblem } from "../../lib/problem.ts";
import { useAnswer } from "../../lib/query.ts";
import { PeopleSection } from "../person/people-section.tsx";
import { AccountTabs } from "../relationship/account-tabs.tsx";
import { RelationshipSection } from "../relationship/relationship-section.tsx";
import type { AccountDialog } from "./account-head.tsx";
import { AccountHead } from "./account-head.tsx";
import styles from "./account-screen.module.css";
import type { Figure } from "./figure/figure-format.ts";
import { GroupSection } from "./group-section.tsx";
import { KeyFigures } from "./key-figures.tsx";
import { MonthsChart } from "./months-chart.tsx";
import { OrdersSection } from "./orders-section.tsx";
import { ProfileSection } from "./profile-section.tsx";
import { RecordSection } from "./record/record-section.tsx";
import { RhythmStrip } from "./rhythm/rhythm-strip.tsx";
import { Section } from "./section.tsx";
import { SignalsSection } from "./signals-section.tsx";
import { StandingSection } from "./standing-section.tsx";
import { TasksSection } from "./tasks-section.tsx";
import { TimelineSection } from "./timeline-section.tsx";

const AddTask = lazy(() =>
  import("../task/add-task-dialog.tsx").then((m) => ({ default: m.AddTaskDialog })),
);
const Log = lazy(() =>
  import("../interaction/log-interaction-dialog.tsx").then((m) => ({
    default: m.LogInteractionDialog,
  })),
);
const ServiceSection = lazy(() =>
  import("../case/service-section.tsx").then((m) => ({ default: m.ServiceSection })),
);
const HandoverBanner = lazy(() =>
  import("../handover/handover-banner.tsx").then((m) => ({ default: m.HandoverBanner })),
);
const FilingLinksSection = lazy(() =>
  import("../filing-link/filing-links-section.tsx").then((m) => ({
    default: m.FilingLinksSection,
  })),
);
const PromisesSection = lazy(() =>
  import("../promise/promises-section.tsx").then((m) => ({ default: m.PromisesSection })),
);
const NeedsSection = lazy(() =>
  import("../need/needs-section.tsx").then((m) => ({ default: m.NeedsSection })),
);
const VoiceSection = lazy(() =>
  import("../voice-result/voice-section.tsx").then((m) => ({ default: m.VoiceSection })),
);
const FigureDrawer = lazy(() =>
  import("./figure/figure-drawer.tsx").then((m) => ({ default: m.FigureDrawer })),
);

/** One account, top to bottom: who and how they stand, their rhythm and money, what to do, who they are, what happened. */
export const AccountScreen = () => {
  const { accountId } = useParams({ from: "/workspace/accounts/$accountId" });
  const { t } = useTranslation();
  const found = useAnswer(accountPage.get, { params: { accountId } });
  const [dialog, setDialog] = useState<AccountDialog | null>(null);
  const [figure, setFigure] = useState<Figure | null>(null);
  if (isProblem(found.error, "account.not_found"))
    return (
      <EmptyState
        isScreen
        title={t("accountPage.notFound")}
        words={found.error.words}
        action={<Link to="/accounts">{t("accountPage.toAccounts")}</Link>}
      />
    );
  if (found.isError && !found.data)
    return <ErrorState error={found.error} isScreen onRetry={() => void found.refetch()} />;
  const page = found.data;
  if (!page) return <LoadingScreen />;
  const account = { id: page.account.id, name: page.account.name };
  const closed = () => setDialog(null);
  return (
    <Screen>
      <Suspense>
        <HandoverBanner accountId={accountId} />
      </Suspense>
      <AccountHead page={page} onDialog={setDialog} />
      <AccountTabs accountId={account.id} />
      <div className={styles["lead"]}>
        <Section order={0} title={t("accountPage.rhythm.title")}>
          <div className={styles["card"]}>
            <RhythmStrip page={page} />
          </div>
        </Section>
        <KeyFigures page={page} onFigure={setFigure} />
      </div>
      <div className={styles["columns"]}>
        <div className={styles["column"]}>
          <SignalsSection page={page} />
          <RelationshipSection page={page} />
          <Suspense>
            <VoiceSection accountId={account.id} order={5} />
          </Suspense>
          <Section order={6} title={t("accountPage.months.title")}>
            <MonthsChart page={page} />
          </Section>
          <StandingSection page={page} onFigure={setFigure} />
          <Suspense>
            <NeedsSection account={account} order={7} />
          </Suspense>
          <TimelineSection page={page} />
          <OrdersSection page={page} />
        </div>
        <div className={styles["column"]}>
          <PeopleSection page={page} />
          <TasksSection page={page} onAdd={() => setDialog("task")} />
          <Suspense>
            <ServiceSection accountId={accountId} order={5} />
          </Suspense>
          <Suspense>
            <PromisesSection account={account} order={5} />
          </Suspense>
          <Suspense>
            <FilingLinksSection accountId={accountId} order={13} />
          </Suspense>
          <GroupSection page={page} />
          <RecordSection page={page} />
          <ProfileSection page={page} />
        </div>
      </div>
      <Suspense>
        {dialog === "task" && (
          <AddTask
            account={account}
            play={page.signals.find(({ status }) => status !== "resolved")?.play ?? null}
            today={page.today}
            onClose={closed}
          />
        )}
        {dialog === "log" && <Log account={account} today={page.today} onClose={closed} />}
        {figure !== null && (
          <FigureDrawer
            accountId={account.id}
            figure={figure}
            currency={page.baseCurrency}
            onClose={() => setFigure(null)}
          />
        )}
      </Suspense>
    </Screen>
  );
};
