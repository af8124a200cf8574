import { type OidcProviderView, singleSignOn } from "@mainstay/contract/single-sign-on";
import { Button, Popconfirm } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { EmptyState } from "../../../components/empty-state.tsx";
import { ErrorState } from "../../../components/error-state.tsx";
import { NoPermission } from "../../../components/no-permission.tsx";
import { PageHeader } from "../../../components/page-header.tsx";
import { RowSkeleton } from "../../../components/skeleton.tsx";
import { useNotice } from "../../../lib/notice.tsx";
import { useAct, useAnswer } from "../../../lib/query.ts";
import { useMay } from "../../../lib/session.ts";
import { CopyLine } from "../copy-line.tsx";
import styles from "../setting-list.module.css";
import { ProviderDialog } from "./provider-dialog.tsx";

/** The company's own sign-in: which providers, whom they may bring in. */
export const SingleSignOnSettings = () => {
  const { t } = useTranslation();
  const may = useMay("setting.edit");
  const [editing, setEditing] = useState<OidcProviderView | "new" | null>(null);
  const found = useAnswer(singleSignOn.list, {}, { enabled: may });
  if (!may) return <NoPermission />;
  const items = found.data?.items ?? [];
  return (
    <>
      <PageHeader
        title={t("setting.singleSignOn.title")}
        lead={t("singleSignOn.lead")}
        actions={
          <Button type="primary" onClick={() => setEditing("new")}>
            {t("singleSignOn.add")}
          </Button>
        }
      />
      {found.isError && <ErrorState error={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending && <RowSkeleton rows={2} />}
      {found.isSuccess && items.length === 0 && (
        <EmptyState title={t("singleSignOn.none")} words={t("singleSignOn.noneWhy")} />
      )}
      {items.length > 0 && (
        <ul className={styles["list"]}>
          {items.map((provider) => (
            <ProviderItem
              key={provider.id}
              provider={provider}
              onEdit={() => setEditing(provider)}
            />
          ))}
        </ul>
      )}
      {found.data && (
        <div style={{ marginTop: 16 }}>
          <p className="muted">{t("singleSignOn.redirectUri")}</p>
          <CopyLine text={found.data.redirectUri} />
        </div>
      )}
      {editing !== null && (
        <ProviderDialog
          provider={editing === "new" ? null : editing}
          onClose={() => setEditing(null)}
        />
      )}
    </>
  );
};

const ProviderItem = ({ provider, onEdit }: { provider: OidcProviderView; onEdit: () => void }) => {
  const { t } = useTranslation();
  const notice = useNotice();
  const params = { providerId: provider.id };
  const check = useAct(singleSignOn.check, {
    onSuccess: () => notice.done(t("singleSignOn.checked")),
    onError: notice.refused,
  });
  const remove = useAct(singleSignOn.remove, {
    refresh: [singleSignOn.list, singleSignOn.options],
    onSuccess: () => notice.done(t("singleSignOn.removed")),
    onError: notice.refused,
  });
  return (
    <li className={styles["item"]}>
      <div className={styles["words"]}>
        <span className={styles["name"]}>{provider.label}</span>
        <span className="muted" style={{ overflowWrap: "anywhere" }}>
          {provider.issuer} ·{" "}
          {provider.isEnabled ? t("singleSignOn.enabled") : t("singleSignOn.disabled")}
        </span>
      </div>
      <Button size="small" loading={check.isPending} onClick={() => check.mutate({ params })}>
        {t("singleSignOn.check")}
      </Button>
      <Button size="small" onClick={onEdit}>
        {t("singleSignOn.edit")}
      </Button>
      <Popconfirm
        title={t("singleSignOn.removeAsk", { label: provider.label })}
        okText={t("app.remove")}
        onConfirm={() => remove.mutate({ params })}
      >
        <Button size="small">{t("app.remove")}</Button>
      </Popconfirm>
    </li>
  );
};
