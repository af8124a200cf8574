import { type NoticeContent, type NoticeDraft, notices } from "@mainstay/contract/privacy-notice";
import { privacy } from "@mainstay/contract/privacy";
import { Button, Form, Input } from "antd";
import { useTranslation } from "react-i18next";
import { FormProblem } from "../../components/form-problem.tsx";
import { useNotice } from "../../lib/notice.tsx";
import { useAct } from "../../lib/query.ts";
import styles from "./privacy.module.css";

const plain = [
  "handlerName",
  "handlerAddress",
  "contactName",
  "contactPhone",
  "contactMail",
  "officer",
] as const;
const needed: readonly string[] = ["handlerName", "contactName"];
const inBoth = ["methods", "howToExercise", "crossBorder"] as const;

/** The same words in Chinese and English beside each other. */
const BothFields = ({
  name,
  label,
  isNeeded,
}: {
  name: string | (string | number)[];
  label?: string;
  isNeeded: boolean;
}) => {
  const { t } = useTranslation();
  const path = [name].flat();
  return (
    <div className={styles["grid"]} style={{ flex: 1 }}>
      {(["zh", "en"] as const).map((language) => (
        <Form.Item
          key={language}
          name={[...path, language]}
          label={label === undefined ? undefined : `${label} · ${t(`privacy.notice.${language}`)}`}
          rules={[{ required: isNeeded, message: t("privacy.request.required") }]}
        >
          <Input.TextArea
            aria-label={`${label ?? t("privacy.notice.purposes")} · ${t(`privacy.notice.${language}`)}`}
            autoSize={{ minRows: label === undefined ? 1 : 3, maxRows: 12 }}
            maxLength={2000}
          />
        </Form.Item>
      ))}
    </div>
  );
};

/** Writes the next version; what is generated is shown, not written. */
export const NoticeForm = ({
  draft,
  kinds,
  baseVersion,
  onClose,
}: {
  draft: NoticeDraft;
  kinds: NoticeContent["kinds"];
  baseVersion: number;
  onClose: () => void;
}) => {
  const { t } = useTranslation();
  const notice = useNotice();
  const publish = useAct(notices.publish, {
    refresh: [notices.get, notices.versions, privacy.overview],
    onSuccess: () => {
      onClose();
      notice.done(t("privacy.notice.publishedDone"));
    },
  });
  const recipients = ["name", "purpose", "kinds"] as const;
  const recipientWords = {
    name: t("privacy.notice.recipientName"),
    purpose: t("privacy.notice.recipientPurpose"),
    kinds: t("privacy.notice.recipientKinds"),
  };
  return (
    <section className={styles["part"]}>
      <h2>{t("privacy.notice.form")}</h2>
      <p className="muted">{t("privacy.notice.formLead")}</p>
      <Form<NoticeDraft>
        layout="vertical"
        requiredMark={false}
        initialValues={draft}
        onFinish={(said) => publish.mutate({ body: { draft: { ...draft, ...said }, baseVersion } })}
      >
        <div className={styles["grid"]}>
          {plain.map((name) => (
            <Form.Item
              key={name}
              name={name}
              label={t(`privacy.notice.${name}`)}
              {...(name === "officer" && { extra: t("privacy.notice.officerHint") })}
              rules={[{ required: needed.includes(name), message: t("privacy.request.required") }]}
            >
              <Input maxLength={200} />
            </Form.Item>
          ))}
        </div>
        <h3>{t("privacy.notice.purposes")}</h3>
        <Form.List name="purposes">
          {(fields, { add, remove }) => (
            <>
              {fields.map(({ key, name }) => (
                <div key={key} className={styles["pair"]}>
                  <BothFields name={[name]} isNeeded />
                  <Button disabled={fields.length === 1} onClick={() => remove(name)}>
                    {t("privacy.notice.remove")}
                  </Button>
                </div>
              ))}
              <Button onClick={() => add({ zh: "", en: "" })}>
                {t("privacy.notice.addPurpose")}
              </Button>
            </>
          )}
        </Form.List>
        {inBoth.map((name) => (
          <BothFields
            key={name}
            name={name}
            label={t(`privacy.notice.${name}`)}
            isNeeded={name !== "crossBorder"}
          />
        ))}
        <h3>{t("privacy.notice.recipients")}</h3>
        <Form.List name="recipients">
          {(fields, { add, remove }) => (
            <>
              {fields.map(({ key, name }) => (
                <div key={key} className={styles["pair"]}>
                  <div className={styles["grid"]} style={{ flex: 1 }}>
                    {recipients.map((part) => (
                      <Form.Item
                        key={part}
                        name={[name, part]}
                        rules={[
                          { required: part !== "kinds", message: t("privacy.request.required") },
                        ]}
                      >
                        <Input placeholder={recipientWords[part]} maxLength={500} />
                      </Form.Item>
                    ))}
                  </div>
                  <Button onClick={() => remove(name)}>{t("privacy.notice.remove")}</Button>
                </div>
              ))}
              <Button onClick={() => add({ name: "", purpose: "", kinds: "" })}>
                {t("privacy.notice.addRecipient")}
              </Button>
            </>
          )}
        </Form.List>
        <h3 style={{ marginTop: 20 }}>{t("privacy.notice.kinds")}</h3>
        <div className={styles["scroll"]}>
          <table className={styles["table"]}>
            <tbody>
              {kinds.map(({ kind, class: ofClass, basis, retention }) => (
                <tr key={kind}>
                  <td>{t(`glossary.consentScope.${kind}`)}</td>
                  <td>{t(`glossary.factClass.${ofClass}`)}</td>
                  <td>{t(`glossary.factBasis.${basis}`)}</td>
                  <td>{t(`privacy.notice.kept.${retention.unit}`, { count: retention.count })}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        <FormProblem error={publish.error} />
        <div className={styles["acts"]} style={{ marginTop: 16 }}>
          <Button type="primary" htmlType="submit" loading={publish.isPending}>
            {t("privacy.notice.publish", { version: baseVersion + 1 })}
          </Button>
          <Button onClick={onClose}>{t("app.cancel")}</Button>
        </div>
      </Form>
    </section>
  );
};
