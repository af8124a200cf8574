import { accountPage } from "@mainstay/contract/account-page";
import { interactions } from "@mainstay/contract/interaction";
import { today as todayEndpoints } from "@mainstay/contract/today";
import type { IsoDay } from "@mainstay/domain/calendar/day-number";
import type { InteractionKind } from "@mainstay/domain/interaction/interaction-kind";
import { interactionKinds } from "@mainstay/domain/interaction/interaction-kind";
import { Checkbox, Form, Input, Modal, Segmented } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { DayField } from "../../components/day-field.tsx";
import { FormProblem } from "../../components/form-problem.tsx";
import { useNotice } from "../../lib/notice.tsx";
import { useAct } from "../../lib/query.ts";
import { useUnsavedText } from "../../lib/unsaved-text.ts";
import { useSession } from "../../lib/session.ts";
import styles from "./log-interaction-dialog.module.css";
import { WhoWasThere } from "./who-was-there.tsx";

interface LogWords {
  kind: InteractionKind;
  occurredOn: IsoDay;
  isTwoWay: boolean;
  personIds: string[];
  ourUserIds: string[];
}

/** Log a contact in under half a minute: how, when, what was said, whether they answered. */
export const LogInteractionDialog = ({
  account,
  signalId,
  personIds = [],
  kind = "call",
  today,
  onClose,
}: {
  account: { id: string; name: string };
  signalId?: string;
  /** Who was there, as far as it is known before. */
  personIds?: readonly string[];
  kind?: InteractionKind;
  today: IsoDay;
  onClose: () => void;
}) => {
  const { t } = useTranslation();
  const notice = useNotice();
  const { user } = useSession();
  const [form] = Form.useForm<LogWords>();
  const [key] = useState(() => crypto.randomUUID());
  const summary = useUnsavedText(`log:${account.id}`);
  const log = useAct(interactions.log, {
    refresh: [todayEndpoints.get, interactions.list, accountPage.get],
    onSuccess: () => {
      summary.done();
      onClose();
      notice.done(t("interaction.logged"));
    },
  });
  return (
    <Modal
      open
      title={t("interaction.logFor", { account: account.name })}
      okText={t("app.save")}
      okButtonProps={{ disabled: summary.text.trim() === "", loading: log.isPending }}
      onOk={() => form.submit()}
      onCancel={onClose}
      width={480}
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{
          kind,
          occurredOn: today,
          isTwoWay: true,
          personIds: [...personIds],
          ourUserIds: [user.id],
        }}
        onFinish={(words: LogWords) =>
          log.mutate({
            params: { accountId: account.id },
            body: { ...words, summary: summary.text, signalId: signalId ?? null },
            idempotencyKey: key,
          })
        }
      >
        <Form.Item name="kind" label={t("interaction.kind")}>
          <Segmented
            className={styles["kinds"]}
            aria-label={t("interaction.kind")}
            options={interactionKinds.map((value) => ({
              value,
              label: t(`glossary.interactionKind.${value}`),
            }))}
          />
        </Form.Item>
        <Form.Item label={t("interaction.summary")} htmlFor="interaction-summary">
          <Input.TextArea
            id="interaction-summary"
            autoFocus
            rows={3}
            maxLength={5000}
            placeholder={t("interaction.summaryHint")}
            value={summary.text}
            onChange={(event) => summary.setText(event.target.value)}
          />
        </Form.Item>
        {summary.wasKept && <p className="muted">{t("app.unsavedKept")}</p>}
        <WhoWasThere accountId={account.id} />
        <div className={styles["line"]}>
          <Form.Item name="occurredOn" label={t("interaction.occurredOn")}>
            <DayField latest={today} />
          </Form.Item>
          <Form.Item name="isTwoWay" valuePropName="checked" label=" ">
            <Checkbox>{t("interaction.isTwoWay")}</Checkbox>
          </Form.Item>
        </div>
        <FormProblem error={log.error} />
      </Form>
    </Modal>
  );
};
