import { type PrivacySettings, privacy } from "@mainstay/contract/privacy";
import { Button, Form, InputNumber } from "antd";
import { useTranslation } from "react-i18next";
import { FormProblem } from "../../components/form-problem.tsx";
import { useNotice } from "../../lib/notice.tsx";
import { useAct, useAnswer } from "../../lib/query.ts";
import { useMay } from "../../lib/session.ts";
import styles from "./privacy.module.css";

const limits = { requestWorkingDays: 60, consentMonths: 60, sensitiveConsentMonths: 24 } as const;
type Term = keyof typeof limits;

/** Working days to answer, months a consent lasts. */
export const TermsForm = () => {
  const { t } = useTranslation();
  const notice = useNotice();
  const manages = useMay("privacy.manage");
  const found = useAnswer(privacy.settings, {});
  const save = useAct(privacy.editSettings, {
    refresh: [privacy.settings, privacy.overview],
    onSuccess: () => notice.done(t("privacy.terms.saved")),
  });
  if (!found.data) return null;
  return (
    <section className={styles["part"]}>
      <h2>{t("privacy.terms.title")}</h2>
      <Form<PrivacySettings>
        layout="vertical"
        requiredMark={false}
        disabled={!manages}
        initialValues={found.data}
        onFinish={(body) => save.mutate({ body })}
      >
        <div className={styles["grid"]}>
          {(Object.keys(limits) as Term[]).map((term) => (
            <Form.Item key={term} name={term} label={t(`privacy.terms.${term}`)}>
              <InputNumber min={1} max={limits[term]} precision={0} style={{ width: "100%" }} />
            </Form.Item>
          ))}
        </div>
        {manages && (
          <Button htmlType="submit" loading={save.isPending}>
            {t("app.save")}
          </Button>
        )}
      </Form>
      <FormProblem error={save.error} />
    </section>
  );
};
