import { caseForms } from "@mainstay/contract/mailbox";
import { Button, Popconfirm } from "antd";
import { useTranslation } from "react-i18next";
import { Instant } from "../../components/day.tsx";
import { ErrorState } from "../../components/error-state.tsx";
import { useNotice } from "../../lib/notice.tsx";
import { useAct, useAnswer } from "../../lib/query.ts";
import { ShownLink } from "../filing-link/shown-link.tsx";
import { SettingBlock } from "../setting/setting-block.tsx";

/** The form that anybody may open: off until somebody opens it. */
export const CaseFormBlock = () => {
  const { t } = useTranslation();
  const notice = useNotice();
  const found = useAnswer(caseForms.get, {});
  const refresh = [caseForms.get];
  const open = useAct(caseForms.open, { refresh, onError: notice.refused });
  const close = useAct(caseForms.close, {
    refresh,
    onSuccess: () => notice.done(t("incomingMessage.form.closed")),
    onError: notice.refused,
  });
  const form = found.data;
  return (
    <SettingBlock title={t("incomingMessage.form.title")} lead={t("incomingMessage.form.lead")}>
      {found.isError && <ErrorState error={found.error} onRetry={() => void found.refetch()} />}
      {form?.url === null && (
        <>
          <p style={{ marginBottom: 8 }}>
            {t("incomingMessage.form.off")} {t("incomingMessage.form.offWhy")}
          </p>
          <Button loading={open.isPending} onClick={() => open.mutate({})}>
            {t("incomingMessage.form.open")}
          </Button>
        </>
      )}
      {form?.url != null && (
        <>
          <p className="muted">
            {t("incomingMessage.form.since")} <Instant at={form.madeAt} />
          </p>
          <ShownLink url={form.url} title={t("incomingMessage.form.title")} words="" />
          <p style={{ display: "flex", gap: 8, marginTop: 12 }}>
            <Popconfirm
              title={t("incomingMessage.form.renewAsk")}
              okText={t("incomingMessage.form.renew")}
              onConfirm={() => open.mutate({})}
            >
              <Button size="small">{t("incomingMessage.form.renew")}</Button>
            </Popconfirm>
            <Popconfirm
              title={t("incomingMessage.form.closeAsk")}
              okText={t("incomingMessage.form.close")}
              onConfirm={() => close.mutate({})}
            >
              <Button size="small">{t("incomingMessage.form.close")}</Button>
            </Popconfirm>
          </p>
        </>
      )}
    </SettingBlock>
  );
};
