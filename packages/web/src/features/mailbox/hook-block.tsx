import { incomingHooks } from "@mainstay/contract/incoming-message";
import { Button, Form, Input, Popconfirm } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Instant } from "../../components/day.tsx";
import { ErrorState } from "../../components/error-state.tsx";
import { FormProblem } from "../../components/form-problem.tsx";
import { useNotice } from "../../lib/notice.tsx";
import { useAct, useAnswer } from "../../lib/query.ts";
import { CopyLine } from "../setting/copy-line.tsx";
import { SettingBlock } from "../setting/setting-block.tsx";
import styles from "../setting/setting-list.module.css";

/** Addresses under which a mail service pushes; each is shown once. */
export const HookBlock = () => {
  const { t } = useTranslation();
  const notice = useNotice();
  const [url, setUrl] = useState<string | null>(null);
  const [form] = Form.useForm<{ name: string }>();
  const found = useAnswer(incomingHooks.list, {});
  const refresh = [incomingHooks.list];
  const make = useAct(incomingHooks.make, {
    refresh,
    onSuccess: (made) => {
      setUrl(made.url);
      form.resetFields();
    },
  });
  const revoke = useAct(incomingHooks.revoke, {
    refresh,
    onSuccess: () => notice.done(t("incomingMessage.hook.revoked")),
    onError: notice.refused,
  });
  const items = found.data?.items ?? [];
  return (
    <SettingBlock title={t("incomingMessage.hook.title")} lead={t("incomingMessage.hook.lead")}>
      {found.isError && <ErrorState error={found.error} onRetry={() => void found.refetch()} />}
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        className={styles["form"]}
        onFinish={(body) => make.mutate({ body })}
      >
        <Form.Item
          name="name"
          label={t("incomingMessage.hook.name")}
          rules={[
            { required: true, whitespace: true, message: t("incomingMessage.hook.nameNeeded") },
          ]}
        >
          <Input maxLength={60} />
        </Form.Item>
        <Form.Item>
          <Button htmlType="submit" loading={make.isPending}>
            {t("incomingMessage.hook.make")}
          </Button>
        </Form.Item>
      </Form>
      <FormProblem error={make.error} />
      {url !== null && (
        <div>
          <p>{t("incomingMessage.hook.shownOnce")}</p>
          <CopyLine text={url} />
        </div>
      )}
      {found.isSuccess && items.length === 0 && (
        <p className="muted">
          {t("incomingMessage.hook.none")} {t("incomingMessage.hook.noneWhy")}
        </p>
      )}
      {items.length > 0 && (
        <ul className={styles["list"]}>
          {items.map((hook) => (
            <li key={hook.id} className={styles["item"]}>
              <div className={styles["words"]}>
                <span className={styles["name"]}>{hook.name}</span>
                <span className="muted">
                  {hook.madeBy && t("incomingMessage.hook.madeBy", { name: hook.madeBy.name })}{" "}
                  <Instant at={hook.createdAt} /> ·{" "}
                  {hook.lastUsedAt === null ? (
                    t("incomingMessage.hook.never")
                  ) : (
                    <>
                      {t("incomingMessage.hook.lastUsed")} <Instant at={hook.lastUsedAt} /> ·{" "}
                      {t("incomingMessage.hook.taken", { n: hook.taken })}
                    </>
                  )}
                </span>
              </div>
              <Popconfirm
                title={t("incomingMessage.hook.revokeAsk")}
                okText={t("incomingMessage.hook.revoke")}
                onConfirm={() => revoke.mutate({ params: { hookId: hook.id } })}
              >
                <Button size="small">{t("incomingMessage.hook.revoke")}</Button>
              </Popconfirm>
            </li>
          ))}
        </ul>
      )}
    </SettingBlock>
  );
};
