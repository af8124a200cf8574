import { type NotificationPreferenceView, notifications } from "@mainstay/contract/notification";
import { notificationKinds } from "@mainstay/domain/notification/notification-kind";
import {
  digestModes,
  mayBeOff,
  notificationWays,
} from "@mainstay/domain/notification/notification-preference";
import { Button, Form, Select } from "antd";
import { useTranslation } from "react-i18next";
import { ErrorState } from "../../../components/error-state.tsx";
import { FormProblem } from "../../../components/form-problem.tsx";
import { Skeleton } from "../../../components/skeleton.tsx";
import { useNotice } from "../../../lib/notice.tsx";
import { useAct, useAnswer } from "../../../lib/query.ts";
import { timeText } from "../../notification/minutes.ts";
import { QuietFields } from "../../notification/quiet-fields.tsx";
import styles from "./my-notifications.module.css";

/** What I want to hear, by which way and at what hours. */
export const MyNotifications = () => {
  const found = useAnswer(notifications.preferences, {});
  if (found.isError) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  if (!found.data) return <Skeleton lines={4} height={24} />;
  return <PreferenceForm key={found.data.version} kept={found.data} />;
};

const PreferenceForm = ({ kept }: { kept: NotificationPreferenceView }) => {
  const { t } = useTranslation();
  const notice = useNotice();
  const [form] = Form.useForm<NotificationPreferenceView>();
  const digest = Form.useWatch("digest", form) ?? kept.digest;
  const save = useAct(notifications.savePreferences, {
    refresh: [notifications.preferences],
    onSuccess: () => notice.done(t("app.saved")),
  });
  const finish = (words: NotificationPreferenceView) => {
    const { ways, digestHour, quietFrom, quietTo, workdaysOnly } = { ...kept, ...words };
    const body = { ways, digest, digestHour, quietFrom, quietTo, workdaysOnly };
    save.mutate({ ifMatch: kept.version, body });
  };
  return (
    <Form form={form} layout="vertical" requiredMark={false} initialValues={kept} onFinish={finish}>
      <div className={styles["ways"]} role="group" aria-label={t("notification.kinds")}>
        {notificationKinds.map((kind) => (
          <div key={kind} className={styles["way"]}>
            <label htmlFor={`ways_${kind}`}>{t(`notification.kind.${kind}`)}</label>
            <Form.Item name={["ways", kind]} noStyle>
              <Select
                style={{ width: 150, flex: "none" }}
                options={notificationWays
                  .filter((way) => way !== "off" || mayBeOff(kind))
                  .map((value) => ({ value, label: t(`notification.way.${value}`) }))}
              />
            </Form.Item>
          </div>
        ))}
      </div>
      <Form.Item
        name="digest"
        label={t("notification.digest")}
        extra={
          kept.isMailReady
            ? t("notification.mailTo", { email: kept.email })
            : t("notification.mailNotReady")
        }
      >
        <Select
          style={{ maxWidth: 320 }}
          options={digestModes.map((value) => ({
            value,
            label: t(`notification.digestMode.${value}`),
          }))}
        />
      </Form.Item>
      {digest !== "off" && (
        <Form.Item name="digestHour" label={t("notification.digestHour")}>
          <Select
            style={{ width: 120 }}
            options={[...Array(24).keys()].map((hour) => ({
              value: hour,
              label: timeText(hour * 60),
            }))}
          />
        </Form.Item>
      )}
      <QuietFields hint={t("notification.quietHint")} />
      <FormProblem error={save.error} />
      <Button htmlType="submit" loading={save.isPending}>
        {t("app.save")}
      </Button>
    </Form>
  );
};
