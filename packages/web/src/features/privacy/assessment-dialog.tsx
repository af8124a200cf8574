import { type AssessmentView, impactAssessments } from "@mainstay/contract/impact-assessment";
import { type AssessmentCover, assessmentCovers } from "@mainstay/domain/privacy/impact-assessment";
import type { Locale } from "@mainstay/phrases/locale";
import { assessmentTemplates } from "@mainstay/phrases/privacy/assessment-templates";
import { Form, Input, Modal, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { FormProblem } from "../../components/form-problem.tsx";
import type { AnyEndpoint } from "../../lib/call.ts";
import { useNotice } from "../../lib/notice.tsx";
import { useAct } from "../../lib/query.ts";

interface AssessmentForm {
  title: string;
  covers: AssessmentCover[];
  purpose: string;
  necessity: string;
  impact: string;
  measures: string;
}

const parts = ["purpose", "necessity", "impact", "measures"] as const;

/** A draft by Article 56, begun from a template or empty. */
export const AssessmentDialog = ({
  draft,
  refresh,
  onClose,
}: {
  draft: AssessmentView | null;
  refresh: readonly AnyEndpoint[];
  onClose: () => void;
}) => {
  const { t, i18n } = useTranslation();
  const notice = useNotice();
  const [key] = useState(() => crypto.randomUUID());
  const [form] = Form.useForm<AssessmentForm>();
  const templates = assessmentTemplates[i18n.language as Locale];
  const saved = {
    refresh,
    onSuccess: () => {
      onClose();
      notice.done(t("privacy.assessment.saved"));
    },
  };
  const add = useAct(impactAssessments.add, saved);
  const edit = useAct(impactAssessments.edit, saved);
  const save = (body: AssessmentForm) =>
    draft
      ? edit.mutate({ params: { assessmentId: draft.id }, ifMatch: draft.version, body })
      : add.mutate({ body, idempotencyKey: key });
  const required = { required: true, message: t("privacy.assessment.required") };
  return (
    <Modal
      open
      title={draft ? t("privacy.assessment.edit") : t("privacy.assessment.add")}
      okText={t("privacy.assessment.save")}
      okButtonProps={{ loading: add.isPending || edit.isPending }}
      onOk={() => form.submit()}
      onCancel={onClose}
      width={680}
    >
      {!draft && (
        <Select
          style={{ width: "100%", marginBottom: 16 }}
          aria-label={t("privacy.assessment.template")}
          placeholder={`${t("privacy.assessment.template")} · ${t("privacy.assessment.templateHint")}`}
          options={templates.map(({ title }, index) => ({ value: index, label: title }))}
          onChange={(index: number) => {
            const chosen = templates[index];
            if (chosen) form.setFieldsValue({ ...chosen, covers: [...chosen.covers] });
          }}
        />
      )}
      <Form<AssessmentForm>
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={save}
        {...(draft && { initialValues: draft })}
      >
        <Form.Item name="title" label={t("privacy.assessment.titleField")} rules={[required]}>
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item
          name="covers"
          label={t("privacy.assessment.covers")}
          rules={[{ ...required, type: "array" }]}
        >
          <Select
            mode="multiple"
            optionFilterProp="label"
            options={assessmentCovers.map((one) => ({
              value: one,
              label: t(`glossary.assessmentCover.${one}`),
            }))}
          />
        </Form.Item>
        {parts.map((part) => (
          <Form.Item key={part} name={part} label={t(`privacy.assessment.${part}`)}>
            <Input.TextArea autoSize={{ minRows: 2, maxRows: 10 }} maxLength={4000} />
          </Form.Item>
        ))}
      </Form>
      <FormProblem error={add.error ?? edit.error} />
    </Modal>
  );
};
