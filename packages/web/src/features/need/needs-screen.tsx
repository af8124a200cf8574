import { needs } from "@mainstay/contract/need";
import { segments } from "@mainstay/domain/account/segment";
import { needStates, needVisibilities } from "@mainstay/domain/need/need-kind";
import { Button, Checkbox, Select } from "antd";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { AccountSelect } from "../../components/account-select.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { ErrorState } from "../../components/error-state.tsx";
import { PageHeader, Screen } from "../../components/page-header.tsx";
import { SearchBox } from "../../components/search-box.tsx";
import { RowSkeleton } from "../../components/skeleton.tsx";
import { usePagedAnswer } from "../../lib/paged-answer.ts";
import { useAnswer } from "../../lib/query.ts";
import { useMay } from "../../lib/session.ts";
import { useAddressState } from "../../lib/table-state.ts";
import { FunnelPanel } from "./funnel-panel.tsx";
import { NeedRowItem } from "./need-row.tsx";
import { type NeedSearch, needQueryOf } from "./need-search.ts";
import styles from "./need.module.css";

const Note = lazy(() =>
  import("./note-need-dialog.tsx").then((m) => ({ default: m.NoteNeedDialog })),
);

/** The register of needs: how many are worked on and rest too long, the funnel, and each one. */
export const NeedsScreen = () => {
  const { t } = useTranslation();
  const [search, change] = useAddressState<NeedSearch>();
  const [isNoting, setNoting] = useState(false);
  const mayNote = useMay("need.edit");
  const { segment, account } = search;
  const of = { ...(segment && { segment }), ...(account && { accountId: account }) };
  const funnel = useAnswer(needs.funnel, { query: of });
  const found = usePagedAnswer(needs.list, { query: { ...needQueryOf(search), limit: 50 } });
  const items = found.data?.pages.flatMap((page) => page.items) ?? [];
  const { running = 0, stale = 0 } = funnel.data ?? {};
  const isFiltered = Object.keys(search).some((name) => name !== "sort");
  return (
    <Screen>
      <PageHeader
        tabTitle={t("need.title")}
        title={
          running === 0
            ? t("need.headline.none")
            : [
                t("need.headline.running", { count: running }),
                ...(stale > 0 ? [t("need.headline.stale", { count: stale })] : []),
              ].join(" · ")
        }
        lead={t("need.about")}
        actions={
          mayNote && (
            <Button type="primary" onClick={() => setNoting(true)}>
              {t("need.note.act")}
            </Button>
          )
        }
      />
      <section aria-label={t("need.funnel.title")}>
        <FunnelPanel filter={of} onState={(state) => change({ state })} />
      </section>
      <div className={styles["filters"]}>
        <SearchBox
          value={search.q ?? ""}
          label={t("need.list.search")}
          onChange={(q) => change({ q })}
        />
        <Select
          aria-label={t("need.list.state")}
          style={{ minWidth: 130 }}
          value={search.state ?? ("" as const)}
          onChange={(state: NeedSearch["state"] | "") => change({ state: state || undefined })}
          options={[
            { value: "" as const, label: `${t("need.list.state")}: ${t("need.list.all")}` },
            ...needStates.map((value) => ({ value, label: t(`need.state.${value}`) })),
          ]}
        />
        <Select
          aria-label={t("need.list.visibility")}
          style={{ minWidth: 130 }}
          value={search.visibility ?? ("" as const)}
          onChange={(visibility: NeedSearch["visibility"] | "") =>
            change({ visibility: visibility || undefined })
          }
          options={[
            { value: "" as const, label: `${t("need.list.visibility")}: ${t("need.list.all")}` },
            ...needVisibilities.map((value) => ({ value, label: t(`need.visibility.${value}`) })),
          ]}
        />
        <Select
          aria-label={t("need.list.sort")}
          value={search.sort ?? "newest"}
          onChange={(sort: "newest" | "resting") =>
            change({ sort: sort === "newest" ? undefined : sort })
          }
          options={[
            { value: "newest" as const, label: t("need.list.newestFirst") },
            { value: "resting" as const, label: t("need.list.restingFirst") },
          ]}
        />
        <Select
          aria-label={t("serviceAnalysis.groupings.segment")}
          style={{ minWidth: 130 }}
          value={segment ?? ("" as const)}
          onChange={(next: NeedSearch["segment"] | "") => change({ segment: next || undefined })}
          options={[
            {
              value: "" as const,
              label: `${t("serviceAnalysis.groupings.segment")}: ${t("need.list.all")}`,
            },
            ...segments.map((value) => ({ value, label: t(`glossary.segment.${value}`) })),
          ]}
        />
        <AccountSelect
          value={account ?? null}
          label={t("need.account")}
          placeholder={t("need.account")}
          onChange={(next) => change({ account: next ?? undefined })}
        />
        <Checkbox
          checked={search.stale === "true"}
          onChange={({ target }) => change({ stale: target.checked ? "true" : undefined })}
        >
          {t("need.list.stale")}
        </Checkbox>
        {found.data && (
          <span className="muted">
            {t("need.list.total", { count: found.data.pages[0]?.total ?? 0 })}
          </span>
        )}
      </div>
      {found.isError && !found.data ? (
        <ErrorState error={found.error} onRetry={() => void found.refetch()} />
      ) : !found.data ? (
        <RowSkeleton rows={6} />
      ) : items.length === 0 ? (
        isFiltered ? (
          <EmptyState
            title={t("need.list.filteredNone")}
            action={
              <Button
                onClick={() =>
                  change({
                    state: undefined,
                    visibility: undefined,
                    stale: undefined,
                    q: undefined,
                    segment: undefined,
                    account: undefined,
                  })
                }
              >
                {t("need.list.clear")}
              </Button>
            }
          />
        ) : (
          <EmptyState title={t("need.list.empty")} words={t("need.list.emptyWords")} />
        )
      ) : (
        <ul className={styles["list"]}>
          {items.map((need) => (
            <NeedRowItem key={need.id} need={need} showAccount />
          ))}
        </ul>
      )}
      {found.hasNextPage && (
        <Button type="text" size="small" onClick={() => void found.fetchNextPage()}>
          {t("app.moreRows")}
        </Button>
      )}
      {isNoting && (
        <Suspense>
          <Note account={null} onClose={() => setNoting(false)} />
        </Suspense>
      )}
    </Screen>
  );
};
