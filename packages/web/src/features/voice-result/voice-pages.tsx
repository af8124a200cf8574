import { Button } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { EmptyState } from "../../components/empty-state.tsx";
import { ErrorState } from "../../components/error-state.tsx";
import { RowSkeleton } from "../../components/skeleton.tsx";
import type { usePagedAnswer } from "../../lib/paged-answer.ts";
import styles from "./voice-result.module.css";

/** A list of what customers said, page by page: waiting, failed, empty, or its rows and more of them. */
export const VoicePages = <Row,>({
  found,
  what,
  children,
}: {
  found: Omit<ReturnType<typeof usePagedAnswer>, "data"> & {
    readonly data: { readonly pages: readonly { readonly items: readonly Row[] }[] } | undefined;
  };
  /** Whose words say that it is empty. */
  what: "accounts" | "answer" | "verbatim";
  children: (row: Row) => ReactNode;
}) => {
  const { t } = useTranslation();
  if (!found.data)
    return found.isError ? (
      <ErrorState error={found.error} onRetry={() => void found.refetch()} />
    ) : (
      <RowSkeleton rows={6} />
    );
  const rows = found.data.pages.flatMap(({ items }) => items);
  return (
    <>
      {rows.length === 0 ? (
        <EmptyState
          title={t(`voiceResult.${what}.empty`)}
          words={t(`voiceResult.${what}.emptyWhy`)}
        />
      ) : (
        <ul className={styles["list"]} aria-busy={found.isPlaceholderData}>
          {rows.map(children)}
        </ul>
      )}
      {found.hasNextPage && (
        <Button loading={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
          {t("app.moreRows")}
        </Button>
      )}
    </>
  );
};
