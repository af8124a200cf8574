import type { PlaybookStepShape } from "@mainstay/contract/playbook";
import { interactionKinds } from "@mainstay/domain/interaction/interaction-kind";
import { ownerRoles } from "@mainstay/domain/playbook/owner-role";
import { playbookLimits } from "@mainstay/domain/playbook/playbook-step";
import { Form, Input, InputNumber, Modal, Select, Switch } from "antd";
import { useTranslation } from "react-i18next";
import styles from "./playbook.module.css";
import { useInLanguage } from "./step-when.ts";

interface StepFields extends Omit<PlaybookStepShape, "repeat" | "after"> {
  after: string;
  repeats: boolean;
  every: number;
  times: number;
}

/** One step whole: both languages, when, for whom, what does it. */
export const StepDialog = ({
  step,
  others,
  isNew,
  onSave,
  onClose,
}: {
  step: PlaybookStepShape;
  others: readonly PlaybookStepShape[];
  isNew: boolean;
  onSave: (step: PlaybookStepShape) => void;
  onClose: () => void;
}) => {
  const { t } = useTranslation();
  const tell = useInLanguage();
  const [form] = Form.useForm<StepFields>();
  const repeats = Form.useWatch("repeats", form);
  const words = (name: "title" | "why" | "done", rows: number) => (
    <div className={styles["pair"]}>
      {(["zh", "en"] as const).map((language) => (
        <Form.Item
          key={language}
          name={[name, language]}
          label={t(`playbook.form.${name}${language === "zh" ? "Zh" : "En"}`)}
        >
          {rows === 1 ? (
            <Input maxLength={200} lang={language} />
          ) : (
            <Input.TextArea rows={rows} maxLength={1000} lang={language} />
          )}
        </Form.Item>
      ))}
    </div>
  );
  return (
    <Modal
      open
      title={t(isNew ? "playbook.form.addTitle" : "playbook.form.title")}
      okText={t("playbook.form.ok")}
      onOk={() => form.submit()}
      onCancel={onClose}
      width={720}
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{
          ...step,
          after: step.after ?? "",
          repeats: step.repeat !== null,
          every: step.repeat?.every ?? 5,
          times: step.repeat?.times ?? 4,
        }}
        onFinish={({ repeats: again, every, times, after, ...fields }: StepFields) =>
          onSave({
            ...step,
            ...fields,
            after: after === "" ? null : after,
            repeat: again ? { every, times } : null,
          })
        }
      >
        {words("title", 1)}
        {words("why", 2)}
        {words("done", 2)}
        <div className={styles["pair"]}>
          <Form.Item name="after" label={t("playbook.form.after")}>
            <Select
              options={[
                { value: "", label: t("playbook.form.afterStart") },
                ...others.map(({ key, title }) => ({
                  value: key,
                  label: t("playbook.form.afterStep", { step: tell(title) }),
                })),
              ]}
            />
          </Form.Item>
          <Form.Item name="offset" label={t("playbook.form.offset")}>
            <InputNumber
              precision={0}
              min={playbookLimits.earliestOffset}
              max={playbookLimits.latestOffset}
              style={{ width: "100%" }}
            />
          </Form.Item>
          <Form.Item name="ownerRole" label={t("playbook.form.owner")}>
            <Select
              options={ownerRoles.map((value) => ({
                value,
                label: t(`lifecycle.ownerRole.${value}`),
              }))}
            />
          </Form.Item>
          <Form.Item name="key" label={t("playbook.form.key")} extra={t("playbook.form.keyHint")}>
            <Input maxLength={40} />
          </Form.Item>
          <Form.Item
            name="contactKinds"
            label={t("playbook.form.contact")}
            extra={t("playbook.form.contactHint")}
          >
            <Select
              mode="multiple"
              options={interactionKinds.map((value) => ({
                value,
                label: t(`glossary.interactionKind.${value}`),
              }))}
            />
          </Form.Item>
          <div className={styles["repeat"]}>
            <Form.Item name="repeats" label={t("playbook.form.repeats")} valuePropName="checked">
              <Switch />
            </Form.Item>
            {repeats === true && (
              <>
                <Form.Item name="every" label={t("playbook.form.every")}>
                  <InputNumber precision={0} min={1} max={playbookLimits.longestEvery} />
                </Form.Item>
                <Form.Item name="times" label={t("playbook.form.times")}>
                  <InputNumber precision={0} min={2} max={playbookLimits.mostTimes} />
                </Form.Item>
              </>
            )}
          </div>
        </div>
      </Form>
    </Modal>
  );
};
