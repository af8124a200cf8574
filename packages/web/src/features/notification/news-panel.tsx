import { type NotificationView, notifications } from "@mainstay/contract/notification";
import { useNavigate } from "@tanstack/react-router";
import { Button, Drawer, Segmented } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { EmptyState } from "../../components/empty-state.tsx";
import { ErrorState } from "../../components/error-state.tsx";
import { RowSkeleton } from "../../components/skeleton.tsx";
import { useNotice } from "../../lib/notice.tsx";
import { usePagedAnswer } from "../../lib/paged-answer.ts";
import { answerKey, queryClient, useAct } from "../../lib/query.ts";
import { NewsRow } from "./news-row.tsx";
import styles from "./notification.module.css";

/** What the reader was told, newest first; a click marks it read and leads to the thing. */
export const NewsPanel = ({ onClose }: { onClose: () => void }) => {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const notice = useNotice();
  const [state, setState] = useState<"unread" | "all">("unread");
  const found = usePagedAnswer(notifications.list, { query: { state, limit: 30 } });
  const counted = {
    refresh: [notifications.list],
    onSuccess: (unread: { unread: number }) => {
      queryClient.setQueryData(answerKey(notifications.unread, {}), unread);
    },
    onError: notice.refused,
  };
  const read = useAct(notifications.read, counted);
  const readAll = useAct(notifications.readAll, counted);
  const items = found.data?.pages.flatMap((page) => page.items) ?? [];
  const unread = found.data?.pages[0]?.unread ?? 0;
  const open = (news: NotificationView) => {
    if (news.readAt === null) read.mutate({ params: { notificationId: news.id } });
    onClose();
    void navigate({ href: news.path });
  };
  return (
    <Drawer
      open
      onClose={onClose}
      placement="right"
      size="min(440px, 100vw)"
      title={t("notification.title")}
      styles={{ body: { padding: 0 } }}
    >
      <div className={styles["tools"]}>
        <Segmented
          size="small"
          aria-label={t("notification.which")}
          value={state}
          onChange={setState}
          options={[
            { value: "unread", label: t("notification.unread") },
            { value: "all", label: t("notification.all") },
          ]}
        />
        <Button
          size="small"
          disabled={unread === 0}
          loading={readAll.isPending}
          onClick={() => readAll.mutate({})}
        >
          {t("notification.readAll")}
        </Button>
        <Button
          size="small"
          type="link"
          onClick={() => {
            onClose();
            void navigate({ to: "/settings/me", hash: "notifications" });
          }}
        >
          {t("notification.settings")}
        </Button>
      </div>
      {found.isError && <ErrorState error={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending && <RowSkeleton rows={5} />}
      {found.isSuccess && items.length === 0 && (
        <EmptyState
          title={t(state === "unread" ? "notification.noneUnread" : "notification.none")}
          words={t("notification.noneWhy")}
        />
      )}
      <ul className={styles["rows"]}>
        {items.map((news) => (
          <li key={news.id}>
            <NewsRow news={news} onOpen={() => open(news)} />
          </li>
        ))}
      </ul>
      {found.hasNextPage && (
        <div className={styles["foot"]}>
          <Button loading={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
            {t("app.moreRows")}
          </Button>
        </div>
      )}
    </Drawer>
  );
};
