import type { AccessTokenView } from "@mainstay/contract/access-token";
import { accessTokens } from "@mainstay/contract/access-token";
import { Button, Popconfirm } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Day, Instant } from "../../../components/day.tsx";
import { EmptyState } from "../../../components/empty-state.tsx";
import { ErrorState } from "../../../components/error-state.tsx";
import { PageHeader } from "../../../components/page-header.tsx";
import { RowSkeleton } from "../../../components/skeleton.tsx";
import { useNotice } from "../../../lib/notice.tsx";
import { useAct, useAnswer } from "../../../lib/query.ts";
import styles from "../setting-list.module.css";
import { MakeTokenDialog } from "./make-token-dialog.tsx";

/** Personal keys for programs: made, shown once, revoked. */
export const AccessTokenSettings = () => {
  const { t } = useTranslation();
  const [isMaking, setMaking] = useState(false);
  const found = useAnswer(accessTokens.list, {});
  const items = found.data?.items ?? [];
  return (
    <>
      <PageHeader
        title={t("setting.tokens.title")}
        lead={
          <>
            {t("setting.tokens.lead")}{" "}
            <a href="/api/docs" target="_blank" rel="noreferrer">
              {t("setting.tokens.docs")}
            </a>
          </>
        }
        actions={
          <Button type="primary" onClick={() => setMaking(true)}>
            {t("setting.tokens.make")}
          </Button>
        }
      />
      {found.isError && <ErrorState error={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending && <RowSkeleton rows={2} />}
      {found.isSuccess && items.length === 0 && <EmptyState title={t("setting.tokens.none")} />}
      {items.length > 0 && (
        <ul className={styles["list"]}>
          {items.map((token) => (
            <TokenItem key={token.id} token={token} />
          ))}
        </ul>
      )}
      {isMaking && <MakeTokenDialog onClose={() => setMaking(false)} />}
    </>
  );
};

const TokenItem = ({ token }: { token: AccessTokenView }) => {
  const { t } = useTranslation();
  const notice = useNotice();
  const revoke = useAct(accessTokens.revoke, {
    refresh: [accessTokens.list],
    onSuccess: () => notice.done(t("setting.tokens.revoked")),
    onError: notice.refused,
  });
  return (
    <li className={styles["item"]}>
      <div className={styles["words"]}>
        <span className={styles["name"]}>{token.name}</span>
        <span className="muted">
          {token.scopes.map((scope) => t(`glossary.scope.${scope}`)).join(" · ")}
        </span>
      </div>
      <div className={styles["words"]}>
        <span className="muted">
          {token.lastUsedAt === null ? (
            t("setting.tokens.neverUsed")
          ) : (
            <>
              {t("setting.tokens.lastUsed")} <Instant at={token.lastUsedAt} />
            </>
          )}
        </span>
        <span className="muted">
          {token.expiresAt === null ? (
            t("setting.tokens.never")
          ) : (
            <>
              {t("setting.tokens.expiresOn")} <Day on={token.expiresAt.slice(0, 10)} absolute />
            </>
          )}
        </span>
      </div>
      <Popconfirm
        title={t("setting.tokens.revokeAsk", { name: token.name })}
        okText={t("setting.tokens.revoke")}
        onConfirm={() => revoke.mutate({ params: { tokenId: token.id } })}
      >
        <Button size="small" danger loading={revoke.isPending}>
          {t("setting.tokens.revoke")}
        </Button>
      </Popconfirm>
    </li>
  );
};
