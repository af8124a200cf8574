import { absences, type AbsenceView } from "@mainstay/contract/approval";
import { today } from "@mainstay/contract/today";
import { Button, Form, Input, Modal } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { DayField } from "../../components/day-field.tsx";
import { ErrorState } from "../../components/error-state.tsx";
import { FormProblem } from "../../components/form-problem.tsx";
import { Skeleton } from "../../components/skeleton.tsx";
import { UserSelect } from "../../components/user-select.tsx";
import { useNotice } from "../../lib/notice.tsx";
import { useAct, useAnswer } from "../../lib/query.ts";
import { useMay, useSession } from "../../lib/session.ts";
import styles from "../setting/setting-list.module.css";

interface Draft {
  delegateUserId: string;
  fromOn: string;
  toOn: string;
  note?: string;
}

const AbsenceDialog = ({
  absence,
  onClose,
}: {
  absence: AbsenceView | null;
  onClose: () => void;
}) => {
  const { t } = useTranslation();
  const notice = useNotice();
  const { workspace } = useSession();
  const [form] = Form.useForm<Draft>();
  const told = {
    refresh: [absences.list, today.get],
    onSuccess: () => {
      onClose();
      notice.done(t("approval.absence.saved"));
    },
  };
  const add = useAct(absences.add, told);
  const change = useAct(absences.change, told);
  const save = ({ note = "", ...draft }: Draft) => {
    const body = { ...draft, note };
    if (absence === null) add.mutate({ body });
    else change.mutate({ params: { absenceId: absence.id }, body });
  };
  return (
    <Modal
      open
      title={t(absence === null ? "approval.absence.add" : "approval.absence.edit")}
      okText={t("app.save")}
      okButtonProps={{ loading: add.isPending || change.isPending }}
      onOk={() => form.submit()}
      onCancel={onClose}
      width={420}
    >
      <Form<Draft>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{
          fromOn: absence?.fromOn ?? workspace.today,
          toOn: absence?.toOn ?? workspace.today,
          delegateUserId: absence?.delegate.id,
          note: absence?.note,
        }}
        onFinish={save}
      >
        <Form.Item
          name="delegateUserId"
          label={t("approval.absence.delegate")}
          rules={[{ required: true, message: t("approval.absence.delegateNeeded") }]}
        >
          <UserSelect known={absence?.delegate ?? null} />
        </Form.Item>
        <Form.Item name="fromOn" label={t("approval.absence.from")}>
          <DayField />
        </Form.Item>
        <Form.Item name="toOn" label={t("approval.absence.to")}>
          <DayField earliest={workspace.today} />
        </Form.Item>
        <Form.Item name="note" label={t("approval.absence.note")}>
          <Input maxLength={300} />
        </Form.Item>
        <FormProblem error={add.error ?? change.error} />
      </Form>
    </Modal>
  );
};

/** When I am away and who decides for me; whom I stand in for. */
export const MyAbsences = () => {
  const { t } = useTranslation();
  const notice = useNotice();
  const mayPlan = useMay("approval.request");
  const found = useAnswer(absences.list, {});
  const [open, setOpen] = useState<AbsenceView | "new" | null>(null);
  const remove = useAct(absences.remove, {
    refresh: [absences.list],
    onSuccess: () => notice.done(t("approval.absence.removed")),
    onError: notice.refused,
  });
  if (found.isError) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  if (!found.data) return <Skeleton lines={2} />;
  const { mine, standingInFor } = found.data;
  return (
    <>
      {mine.length === 0 && <p className="muted">{t("approval.absence.none")}</p>}
      <ul className={styles["list"]}>
        {mine.map((one) => (
          <li key={one.id} className={styles["item"]}>
            <div className={styles["words"]}>
              <span className={styles["name"]}>
                {t("approval.absence.row", { from: one.fromOn, to: one.toOn })}
              </span>
              <span className="muted">
                {t("approval.absence.by", { name: one.delegate.name })}
                {one.note !== "" && ` · ${one.note}`}
              </span>
            </div>
            <Button size="small" onClick={() => setOpen(one)}>
              {t("approval.absence.change")}
            </Button>
            <Button
              size="small"
              type="text"
              onClick={() => remove.mutate({ params: { absenceId: one.id } })}
            >
              {t("approval.absence.remove")}
            </Button>
          </li>
        ))}
      </ul>
      {standingInFor.length > 0 && (
        <>
          <p className="muted" style={{ marginTop: 12 }}>
            {t("approval.absence.standingIn")}
          </p>
          <ul>
            {standingInFor.map((one) => (
              <li key={one.id}>
                {t("approval.absence.standingInRow", {
                  name: one.user.name,
                  from: one.fromOn,
                  to: one.toOn,
                })}
              </li>
            ))}
          </ul>
        </>
      )}
      {mayPlan && (
        <Button style={{ marginTop: 12 }} onClick={() => setOpen("new")}>
          {t("approval.absence.add")}
        </Button>
      )}
      {open !== null && (
        <AbsenceDialog absence={open === "new" ? null : open} onClose={() => setOpen(null)} />
      )}
    </>
  );
};
