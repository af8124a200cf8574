import { mailSettings, type OutgoingMessageView, outgoingMessages } from "@mainstay/contract/mail";
import type { CustomerMailKind } from "@mainstay/domain/customer-mail/customer-mail-kind";
import { robots } from "@mainstay/contract/robot";
import { renderNews } from "@mainstay/phrases/notification/render-news";
import { Button, Segmented } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Instant } from "../../../components/day.tsx";
import { EmptyState } from "../../../components/empty-state.tsx";
import { ErrorState } from "../../../components/error-state.tsx";
import { RowSkeleton } from "../../../components/skeleton.tsx";
import { useNotice } from "../../../lib/notice.tsx";
import { usePreferences } from "../../../lib/preferences.ts";
import { useAct, useAnswer } from "../../../lib/query.ts";
import { SettingBlock } from "../setting-block.tsx";
import styles from "../setting-list.module.css";

/** What waits or failed on its way out, with the reason; a failed one can be sent again. */
export const OutgoingBlock = () => {
  const { t } = useTranslation();
  const [status, setStatus] = useState<"dead" | "waiting">("dead");
  const found = useAnswer(outgoingMessages.list, { query: { status } });
  const items = found.data?.items ?? [];
  const rest = (found.data?.total ?? 0) - items.length;
  return (
    <SettingBlock
      title={t("channel.outgoing.title")}
      lead={t("channel.outgoing.lead")}
      actions={
        <Segmented
          size="small"
          aria-label={t("channel.outgoing.which")}
          value={status}
          onChange={setStatus}
          options={[
            { value: "dead", label: t("channel.outgoing.dead") },
            { value: "waiting", label: t("channel.outgoing.waiting") },
          ]}
        />
      }
    >
      {found.isError && <ErrorState error={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending && <RowSkeleton rows={2} />}
      {found.isSuccess && items.length === 0 && (
        <EmptyState
          title={t(
            status === "dead" ? "channel.outgoing.noneDead" : "channel.outgoing.noneWaiting",
          )}
        />
      )}
      {items.length > 0 && (
        <ul className={styles["list"]}>
          {items.map((message) => (
            <OutgoingItem key={message.id} message={message} />
          ))}
        </ul>
      )}
      {rest > 0 && <p className="muted">{t("channel.outgoing.more", { count: rest })}</p>}
    </SettingBlock>
  );
};

const OutgoingItem = ({ message }: { message: OutgoingMessageView }) => {
  const { t } = useTranslation();
  const { locale } = usePreferences();
  const notice = useNotice();
  const again = useAct(outgoingMessages.sendAgain, {
    refresh: [outgoingMessages.list, mailSettings.get, robots.list],
    onSuccess: () => notice.done(t("channel.outgoing.ordered")),
    onError: notice.refused,
  });
  const what =
    message.channel === "customer_mail"
      ? t(`channel.outgoing.customer.${message.kind as CustomerMailKind}`)
      : renderNews(message.kind, message.params, locale);
  const title =
    message.channel === "mail"
      ? t(message.kind === "urgent" ? "channel.outgoing.urgent" : "channel.outgoing.daily")
      : [what, message.account].filter(Boolean).join(" · ");
  return (
    <li className={styles["item"]}>
      <div className={styles["words"]}>
        <span className={styles["name"]}>{title}</span>
        <span className="muted">
          {t(`channel.outgoing.to.${message.channel}`, { name: message.to })} ·{" "}
          <Instant at={message.createdAt} /> ·{" "}
          {t("channel.outgoing.tries", { count: message.attempts })}
          {message.status === "waiting" && message.nextTryAt !== null && (
            <>
              {" "}
              · {t("channel.outgoing.next")} <Instant at={message.nextTryAt} />
            </>
          )}
        </span>
        {message.lastError !== null && (
          <span className="muted" style={{ overflowWrap: "anywhere" }}>
            {message.lastError}
          </span>
        )}
      </div>
      {message.status === "dead" && (
        <Button
          size="small"
          loading={again.isPending}
          onClick={() => again.mutate({ params: { messageId: message.id } })}
        >
          {t("channel.outgoing.again")}
        </Button>
      )}
    </li>
  );
};
