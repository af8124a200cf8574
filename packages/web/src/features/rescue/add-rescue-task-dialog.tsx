import { rescues } from "@mainstay/contract/rescue";
import type { IsoDay } from "@mainstay/domain/calendar/day-number";
import { Form, Input, Modal } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { DayField } from "../../components/day-field.tsx";
import { FormProblem } from "../../components/form-problem.tsx";
import { UserSelect } from "../../components/user-select.tsx";
import { useNotice } from "../../lib/notice.tsx";
import { useAct } from "../../lib/query.ts";
import { useSession } from "../../lib/session.ts";
import { rescueStale } from "./rescue-acts.ts";

/** Something to do for a rescue: what, until when, who. */
export const AddRescueTaskDialog = ({
  rescueId,
  today,
  onClose,
}: {
  rescueId: string;
  today: IsoDay;
  onClose: () => void;
}) => {
  const { t } = useTranslation();
  const notice = useNotice();
  const { user } = useSession();
  const [key] = useState(() => crypto.randomUUID());
  const [title, setTitle] = useState("");
  const [dueOn, setDueOn] = useState<IsoDay | null>(today);
  const [ownerUserId, setOwner] = useState<string | null>(user.id);
  const add = useAct(rescues.addTask, {
    refresh: rescueStale,
    onSuccess: () => {
      onClose();
      notice.done(t("rescue.taskAdded"));
    },
  });
  return (
    <Modal
      open
      title={t("rescue.addTask")}
      okText={t("app.save")}
      okButtonProps={{ disabled: title.trim() === "", loading: add.isPending }}
      onOk={() =>
        add.mutate({
          params: { rescueId },
          body: { title: title.trim(), dueOn, ownerUserId },
          idempotencyKey: key,
        })
      }
      onCancel={onClose}
      width={400}
    >
      <Form layout="vertical" requiredMark={false}>
        <Form.Item label={t("rescue.taskTitle")} htmlFor="rescue-task">
          <Input
            id="rescue-task"
            autoFocus
            maxLength={300}
            value={title}
            onChange={(event) => setTitle(event.target.value)}
          />
        </Form.Item>
        <Form.Item label={t("rescue.dueOn")} htmlFor="rescue-task-due">
          <DayField id="rescue-task-due" value={dueOn} onChange={setDueOn} />
        </Form.Item>
        <Form.Item label={t("rescue.owner")} htmlFor="rescue-task-owner">
          <UserSelect id="rescue-task-owner" value={ownerUserId} onChange={setOwner} />
        </Form.Item>
      </Form>
      <FormProblem error={add.error} />
    </Modal>
  );
};
