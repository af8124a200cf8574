import type { AnswerOf } from "@mainstay/contract/endpoint/endpoint";
import { personMerges } from "@mainstay/contract/person-merge";
import { Link } from "@tanstack/react-router";
import { Button } from "antd";
import { Suspense, lazy, useState } from "react";
import { useTranslation } from "react-i18next";
import { EmptyState } from "../../components/empty-state.tsx";
import { ErrorState } from "../../components/error-state.tsx";
import { PageHeader, Screen } from "../../components/page-header.tsx";
import { LoadingScreen } from "../../components/skeleton.tsx";
import { useAnswer } from "../../lib/query.ts";
import styles from "./duplicates-screen.module.css";

const Merge = lazy(() =>
  import("../person-page/merge-dialog.tsx").then((m) => ({ default: m.MergeDialog })),
);

type Pair = AnswerOf<typeof personMerges.suggestions>["items"][number];

const One = ({ side }: { side: Pair["one"] }) => (
  <div className={styles["one"]}>
    <Link to="/people/$personId" params={{ personId: side.id }}>
      {side.name}
    </Link>
    <ul className="muted">
      {side.jobs.map((job, index) => (
        <li key={`${job.account.id}-${index}`}>
          {[job.account.name, job.title, job.department].filter(Boolean).join(" · ")}
        </li>
      ))}
    </ul>
  </div>
);

/** Records that may be one human being, with the reason and the way to put them together. */
export const DuplicatesScreen = () => {
  const { t } = useTranslation();
  const [pair, setPair] = useState<Pair | null>(null);
  const found = useAnswer(personMerges.suggestions, { query: { limit: 100 } });
  if (found.isError && !found.data)
    return <ErrorState error={found.error} isScreen onRetry={() => void found.refetch()} />;
  if (!found.data) return <LoadingScreen />;
  const { items } = found.data;
  return (
    <Screen width="narrow">
      <PageHeader
        tabTitle={t("person.merging.suggestions")}
        title={
          items.length === 0
            ? t("person.merging.suggestions")
            : t("person.merging.found", { count: items.length })
        }
        lead={<Link to="/people">{t("person.page.toPeople")}</Link>}
      />
      {items.length === 0 && (
        <EmptyState
          title={t("person.merging.noSuggestions")}
          words={t("person.merging.noSuggestionsWhy")}
        />
      )}
      <ul className={styles["pairs"]}>
        {items.map((item) => (
          <li key={`${item.one.id} ${item.other.id}`} className={styles["pair"]}>
            <One side={item.one} />
            <One side={item.other} />
            <span className={styles["because"]}>
              {item.because.map((reason) => t(`person.likelyBecause.${reason}`)).join(" · ")}
            </span>
            <Button size="small" onClick={() => setPair(item)}>
              {t("person.merging.compare")}
            </Button>
          </li>
        ))}
      </ul>
      {pair !== null && (
        <Suspense>
          <Merge
            personId={pair.one.id}
            otherPersonId={pair.other.id}
            onClose={() => setPair(null)}
          />
        </Suspense>
      )}
    </Screen>
  );
};
