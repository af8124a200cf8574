import { accountPage } from "@mainstay/contract/account-page";
import { tasks } from "@mainstay/contract/task";
import { today as todayEndpoints } from "@mainstay/contract/today";
import type { IsoDay } from "@mainstay/domain/calendar/day-number";
import type { SignalPlay } from "@mainstay/domain/signal/signal-kind";
import { Form, Input, Modal } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { DayField } from "../../components/day-field.tsx";
import { FormProblem } from "../../components/form-problem.tsx";
import { UserSelect } from "../../components/user-select.tsx";
import { call } from "../../lib/call.ts";
import { useNotice } from "../../lib/notice.tsx";
import { refreshKept } from "../../lib/optimistic.ts";
import { useAct } from "../../lib/query.ts";
import { useSession } from "../../lib/session.ts";
import { useUnsavedText } from "../../lib/unsaved-text.ts";

interface TaskWords {
  dueOn: IsoDay | null;
  ownerUserId: string | null;
}

/** A task in three fields: what, until when, who. The suggested play is the first wording. */
export const AddTaskDialog = ({
  account,
  signalId,
  play,
  today,
  onClose,
}: {
  account: { id: string; name: string } | null;
  signalId?: string;
  play?: SignalPlay | null;
  today: IsoDay;
  onClose: () => void;
}) => {
  const { t } = useTranslation();
  const notice = useNotice();
  const { user } = useSession();
  const [form] = Form.useForm<TaskWords>();
  const [key] = useState(() => crypto.randomUUID());
  const suggested =
    play && account
      ? t("task.fromPlay", { play: t(`glossary.play.${play}`), account: account.name })
      : "";
  const title = useUnsavedText(`task:${signalId ?? account?.id ?? "mine"}`, suggested);
  const stale = [todayEndpoints.get, tasks.list, accountPage.get];
  const add = useAct(tasks.add, {
    refresh: stale,
    onSuccess: (task) => {
      title.done();
      onClose();
      notice.done(t("task.added"), () => {
        void call(tasks.drop, { params: { taskId: task.id }, ifMatch: task.version })
          .then(() => refreshKept(...stale))
          .catch(notice.refused);
      });
    },
  });
  return (
    <Modal
      open
      title={account ? `${t("task.add")} · ${account.name}` : t("task.add")}
      okText={t("app.save")}
      okButtonProps={{ disabled: title.text.trim() === "", loading: add.isPending }}
      onOk={() => form.submit()}
      onCancel={onClose}
      width={460}
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ dueOn: today, ownerUserId: user.id }}
        onFinish={(words: TaskWords) =>
          add.mutate({
            body: {
              title: title.text,
              dueOn: words.dueOn,
              ownerUserId: words.ownerUserId,
              accountId: account?.id ?? null,
              signalId: signalId ?? null,
            },
            idempotencyKey: key,
          })
        }
      >
        <Form.Item label={t("task.title")} htmlFor="task-title">
          <Input
            id="task-title"
            autoFocus
            maxLength={300}
            value={title.text}
            onChange={(event) => title.setText(event.target.value)}
          />
        </Form.Item>
        <Form.Item name="dueOn" label={t("task.dueOn")}>
          <DayField />
        </Form.Item>
        <Form.Item name="ownerUserId" label={t("task.owner")}>
          <UserSelect />
        </Form.Item>
        <FormProblem error={add.error} />
      </Form>
    </Modal>
  );
};
