import type { PersonPage } from "@mainstay/contract/person-page";
import { personPages } from "@mainstay/contract/person-page";
import { Link } from "@tanstack/react-router";
import { Button } from "antd";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { Day } from "../../components/day.tsx";
import { ErrorState } from "../../components/error-state.tsx";
import { usePagedAnswer } from "../../lib/paged-answer.ts";
import styles from "./contacts-section.module.css";

/** What we said and did with this person, newest first; the first few came with the page. */
export const ContactsSection = ({ page }: { page: PersonPage }) => {
  const { t } = useTranslation();
  const id = useId();
  const [showsAll, setShowsAll] = useState(false);
  const { person, jobs, today } = page;
  const found = usePagedAnswer(
    personPages.interactions,
    { params: { personId: person.id }, query: { limit: 50 } },
    { enabled: showsAll },
  );
  const pages = showsAll ? found.data?.pages : undefined;
  const items = pages?.flatMap((one) => one.items) ?? page.interactions;
  const accountName = new Map(jobs.map((job) => [job.accountId, job.accountName]));
  const hasSeveral = accountName.size > 1;
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{t("person.page.contacts")}</h2>
      {items.length === 0 && <p className="muted">{t("person.page.noContacts")}</p>}
      <ol className={styles["contacts"]}>
        {items.map((item) => (
          <li key={item.id} className={styles["contact"]}>
            <span className={styles["when"]}>
              <Day on={item.occurredOn} today={today} />
            </span>
            <span className={styles["what"]}>
              <span className={styles["about"]}>
                {t(`glossary.interactionKind.${item.kind}`)}
                {item.loggedBy !== null && <span> · {item.loggedBy.name}</span>}
                {hasSeveral && (
                  <>
                    {" · "}
                    <Link to="/accounts/$accountId" params={{ accountId: item.accountId }}>
                      {accountName.get(item.accountId) ?? ""}
                    </Link>
                  </>
                )}
              </span>
              <span className={styles["words"]}>{item.summary}</span>
            </span>
          </li>
        ))}
      </ol>
      {found.isError && <ErrorState error={found.error} onRetry={() => void found.refetch()} />}
      {!showsAll && page.interactionCount > page.interactions.length && (
        <Button size="small" type="text" onClick={() => setShowsAll(true)}>
          {t("person.page.allContacts", { count: page.interactionCount })}
        </Button>
      )}
      {showsAll && found.hasNextPage && (
        <Button
          size="small"
          type="text"
          loading={found.isFetchingNextPage}
          onClick={() => void found.fetchNextPage()}
        >
          {t("app.moreRows")}
        </Button>
      )}
    </section>
  );
};
