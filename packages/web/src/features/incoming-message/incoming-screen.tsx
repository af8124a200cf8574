import { incomingMessages } from "@mainstay/contract/incoming-message";
import {
  type IncomingStatus,
  incomingStatuses,
} from "@mainstay/domain/incoming-message/incoming-message-kind";
import { Link } from "@tanstack/react-router";
import { Button, Drawer, Segmented } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { EmptyState } from "../../components/empty-state.tsx";
import { ErrorState } from "../../components/error-state.tsx";
import { PageHeader, Screen } from "../../components/page-header.tsx";
import { RowSkeleton } from "../../components/skeleton.tsx";
import { usePagedAnswer } from "../../lib/paged-answer.ts";
import { useAnswer } from "../../lib/query.ts";
import styles from "./incoming.module.css";
import { MessageDetail } from "./message-detail.tsx";
import { MessageRow } from "./message-row.tsx";

/** 来信分拣: what came in by itself and fits nowhere yet, whole on a click; shown as text only. */
export const IncomingScreen = () => {
  const { t } = useTranslation();
  const [status, setStatus] = useState<IncomingStatus>("waiting");
  const [openId, setOpenId] = useState<string | null>(null);
  const counted = useAnswer(incomingMessages.count, {});
  const found = usePagedAnswer(incomingMessages.list, { query: { status, limit: 50 } });
  const items = found.data?.pages.flatMap((page) => page.items) ?? [];
  const waiting = counted.data?.waiting ?? 0;
  return (
    <Screen>
      <PageHeader
        tabTitle={t("incomingMessage.title")}
        title={
          waiting === 0
            ? t("incomingMessage.headline_zero")
            : t("incomingMessage.headline", { count: waiting })
        }
        lead={t("incomingMessage.lead")}
        actions={<Link to="/cases">{t("incomingMessage.toCases")}</Link>}
      />
      <div className={styles["statuses"]}>
        <Segmented
          value={status}
          onChange={setStatus}
          options={incomingStatuses.map((value) => ({
            value,
            label: t(`incomingMessage.status.${value}`),
          }))}
        />
      </div>
      {found.isError && <ErrorState error={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending && <RowSkeleton rows={6} />}
      {found.isSuccess && items.length === 0 && (
        <EmptyState
          title={t("incomingMessage.empty")}
          words={t(`incomingMessage.emptyWhy.${status === "waiting" ? "waiting" : "other"}`)}
        />
      )}
      {items.length > 0 && (
        <ul className={styles["list"]}>
          {items.map((message) => (
            <MessageRow key={message.id} message={message} onOpen={() => setOpenId(message.id)} />
          ))}
        </ul>
      )}
      {found.hasNextPage && (
        <Button loading={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
          {t("incomingMessage.more")}
        </Button>
      )}
      <Drawer
        open={openId !== null}
        title={t("incomingMessage.title")}
        size={640}
        onClose={() => setOpenId(null)}
        destroyOnHidden
      >
        {openId !== null && <MessageDetail messageId={openId} onDone={() => setOpenId(null)} />}
      </Drawer>
    </Screen>
  );
};
