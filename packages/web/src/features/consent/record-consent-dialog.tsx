import { consents, consentTexts } from "@mainstay/contract/consent";
import { privacy } from "@mainstay/contract/privacy";
import { type ConsentScope, consentMethods } from "@mainstay/domain/fact/consent-scope";
import { Button, Checkbox, Form, Input, Modal, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { DayField } from "../../components/day-field.tsx";
import { ErrorState } from "../../components/error-state.tsx";
import { FormProblem } from "../../components/form-problem.tsx";
import { Skeleton } from "../../components/skeleton.tsx";
import { useNotice } from "../../lib/notice.tsx";
import { useAct, useAnswer } from "../../lib/query.ts";
import { useSession } from "../../lib/session.ts";
import {
  bodyOfForm,
  type ConsentForm,
  needsGuardianOf,
  needsOfMethod,
  textOfScope,
} from "./consent-form.ts";
import styles from "./consents.module.css";
import { EvidenceField } from "./evidence-field.tsx";
import { useScopeWords } from "./scope-words.ts";
import { staleAfterConsent } from "./stale-after-consent.ts";

/** Records that the person consented: the text, what was ticked, how, when, and the proof. Five fields first. */
export const RecordConsentDialog = ({
  personId,
  scope,
  onClose,
}: {
  personId: string;
  /** Opens with the text that speaks of it. */
  scope?: ConsentScope;
  onClose: () => void;
}) => {
  const { t } = useTranslation();
  const notice = useNotice();
  const scopeWords = useScopeWords();
  const { today } = useSession().workspace;
  const [form] = Form.useForm<ConsentForm>();
  const [evidenceId, setEvidenceId] = useState<string | null>(null);
  const [isMore, setMore] = useState(false);
  const [key] = useState(() => crypto.randomUUID());
  const texts = useAnswer(consentTexts.list, { query: {} });
  const terms = useAnswer(privacy.settings, {});
  const record = useAct(consents.record, {
    refresh: staleAfterConsent,
    onSuccess: () => {
      onClose();
      notice.done(t("consent.recorded"));
    },
  });
  const items = texts.data?.items ?? [];
  const first = textOfScope(items, scope);
  const textId = Form.useWatch("textId", form) ?? first?.id;
  const method = Form.useWatch("method", form) ?? "paper";
  const chosen = items.find(({ id }) => id === textId);
  const needs = needsOfMethod(method);
  const months = chosen?.isSensitive
    ? terms.data?.sensitiveConsentMonths
    : terms.data?.consentMonths;
  const save = (said: ConsentForm) =>
    record.mutate({
      params: { personId },
      body: bodyOfForm(said, evidenceId),
      idempotencyKey: key,
    });
  const needed = (message: string) => [{ required: true, message }];
  return (
    <Modal
      open
      title={t("consent.dialog.title")}
      okText={t("consent.record")}
      okButtonProps={{
        loading: record.isPending,
        disabled: !texts.data || (needs.evidence && evidenceId === null),
      }}
      onOk={() => form.submit()}
      onCancel={onClose}
      width={520}
    >
      {texts.isError && <ErrorState error={texts.error} onRetry={() => void texts.refetch()} />}
      {texts.isPending && <Skeleton height={240} />}
      {texts.data && (
        <Form<ConsentForm>
          form={form}
          layout="vertical"
          requiredMark={false}
          onFinish={save}
          initialValues={{
            method: "paper",
            givenOn: today,
            ...(first && { textId: first.id, scope: [...first.scope] }),
          }}
        >
          <Form.Item
            name="textId"
            label={t("consent.dialog.text")}
            rules={needed(t("consent.dialog.needText"))}
          >
            <Select
              showSearch
              optionFilterProp="label"
              placeholder={t("consent.dialog.textHint")}
              options={items.map((text) => ({
                value: text.id,
                label: `${scopeWords(text.scope)} · ${text.purpose}`,
              }))}
              onChange={(id) =>
                form.setFieldValue("scope", [...(items.find((one) => one.id === id)?.scope ?? [])])
              }
            />
          </Form.Item>
          {chosen && (
            <p className={styles["words"]} aria-label={t("consent.dialog.readWords")}>
              {chosen.words}
            </p>
          )}
          {chosen && chosen.scope.length > 1 && (
            <Form.Item
              name="scope"
              label={t("consent.dialog.scope")}
              rules={[
                { type: "array", min: 1, required: true, message: t("consent.dialog.needScope") },
              ]}
            >
              <Checkbox.Group
                options={chosen.scope.map((one) => ({
                  value: one,
                  label: t(`glossary.consentScope.${one}`),
                }))}
              />
            </Form.Item>
          )}
          <Form.Item name="method" label={t("consent.dialog.method")}>
            <Select
              options={consentMethods.map((one) => ({
                value: one,
                label: t(`glossary.consentMethod.${one}`),
              }))}
            />
          </Form.Item>
          {needs.evidence && <EvidenceField onStored={setEvidenceId} />}
          {needs.witness && (
            <Form.Item
              name="witness"
              label={t("consent.dialog.witness")}
              rules={needed(t("consent.dialog.needWitness"))}
            >
              <Input maxLength={100} placeholder={t("consent.dialog.witnessHint")} />
            </Form.Item>
          )}
          <Form.Item
            name="givenOn"
            label={t("consent.dialog.givenOn")}
            rules={needed(t("consent.dialog.needDay"))}
          >
            <DayField latest={today} />
          </Form.Item>
          {needsGuardianOf(chosen) && (
            <Form.Item
              name="guardian"
              label={t("consent.dialog.guardian")}
              rules={needed(t("consent.dialog.needGuardian"))}
            >
              <Input maxLength={100} placeholder={t("consent.dialog.guardianHint")} />
            </Form.Item>
          )}
          {isMore ? (
            <Form.Item
              name="expiresOn"
              label={t("consent.dialog.expiresOn")}
              {...(months !== undefined && { extra: t("consent.dialog.expiresHint", { months }) })}
            >
              <DayField earliest={today} />
            </Form.Item>
          ) : (
            <Button
              type="link"
              size="small"
              style={{ paddingInline: 0 }}
              onClick={() => setMore(true)}
            >
              {t("consent.dialog.more")}
            </Button>
          )}
        </Form>
      )}
      <FormProblem error={record.error} />
    </Modal>
  );
};
