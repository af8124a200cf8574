import { type ConsentTextView, consentTexts } from "@mainstay/contract/consent";
import { type ConsentScope, consentScopes } from "@mainstay/domain/fact/consent-scope";
import { isBundled } from "@mainstay/domain/privacy/consent-rule";
import { Form, Input, Modal, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { FormProblem } from "../../components/form-problem.tsx";
import { useNotice } from "../../lib/notice.tsx";
import { useAct } from "../../lib/query.ts";
import { staleAfterConsent } from "../consent/stale-after-consent.ts";
import styles from "./privacy.module.css";

interface TextForm {
  scope: ConsentScope[];
  purpose: string;
  words: string;
}

/** Publishes a text; what a revision does to consents already given is said before. */
export const ConsentTextDialog = ({
  replaced,
  onClose,
}: {
  /** The text that is revised; null for a new one. */
  replaced: ConsentTextView | null;
  onClose: () => void;
}) => {
  const { t } = useTranslation();
  const notice = useNotice();
  const [key] = useState(() => crypto.randomUUID());
  const [form] = Form.useForm<TextForm>();
  const publish = useAct(consentTexts.publish, {
    refresh: staleAfterConsent,
    onSuccess: () => {
      onClose();
      notice.done(t("consent.texts.published"));
    },
  });
  const required = { required: true, message: t("consent.texts.required") };
  const ownText = {
    validator: (_: unknown, scope: ConsentScope[] = []) =>
      isBundled(scope)
        ? Promise.reject(new Error(t("consent.texts.sensitiveHint")))
        : Promise.resolve(),
  };
  return (
    <Modal
      open
      title={replaced ? t("consent.texts.edit") : t("consent.texts.add")}
      okText={t("consent.texts.publish")}
      okButtonProps={{ loading: publish.isPending }}
      onOk={() => form.submit()}
      onCancel={onClose}
      width={620}
    >
      {replaced && replaced.consents > 0 && (
        <p className={styles["warning"]}>
          {t("consent.texts.editWarning", { count: replaced.consents })}
        </p>
      )}
      <Form<TextForm>
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={(body) =>
          publish.mutate({
            body: { ...body, ...(replaced ? { replacesId: replaced.id } : {}) },
            idempotencyKey: key,
          })
        }
        {...(replaced && {
          initialValues: {
            scope: [...replaced.scope],
            purpose: replaced.purpose,
            words: replaced.words,
          },
        })}
      >
        <Form.Item
          name="scope"
          label={t("consent.texts.scope")}
          extra={t("consent.texts.sensitiveHint")}
          rules={[{ ...required, type: "array" }, ownText]}
        >
          <Select
            mode="multiple"
            optionFilterProp="label"
            options={consentScopes.map((one) => ({
              value: one,
              label: t(`glossary.consentScope.${one}`),
            }))}
          />
        </Form.Item>
        <Form.Item name="purpose" label={t("consent.texts.purpose")} rules={[required]}>
          <Input maxLength={500} />
        </Form.Item>
        <Form.Item
          name="words"
          label={t("consent.texts.words")}
          extra={t("consent.texts.wordsHint")}
          rules={[required]}
        >
          <Input.TextArea autoSize={{ minRows: 6, maxRows: 16 }} maxLength={5000} />
        </Form.Item>
      </Form>
      <FormProblem error={publish.error} />
    </Modal>
  );
};
