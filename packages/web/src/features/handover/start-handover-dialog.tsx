import { handovers } from "@mainstay/contract/handover";
import { type HandoverSeat, handoverSeats } from "@mainstay/domain/handover/handover-kind";
import { useNavigate } from "@tanstack/react-router";
import { Form, Input, Modal, Segmented, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { FormProblem } from "../../components/form-problem.tsx";
import { UserSelect } from "../../components/user-select.tsx";
import { useNotice } from "../../lib/notice.tsx";
import { useAct } from "../../lib/query.ts";
import { ContactSelect } from "./contact-select.tsx";
import { staleAfterHandover } from "./stale-after-handover.ts";

interface StartWords {
  personId?: string | null;
  successorPersonId?: string | null;
  seat: HandoverSeat;
  toUserId?: string | null;
  note?: string;
}

/** Start a handover because somebody knows of a change before the records do. */
export const StartHandoverDialog = ({
  accountId,
  onClose,
}: {
  accountId: string;
  onClose: () => void;
}) => {
  const { t } = useTranslation();
  const notice = useNotice();
  const navigate = useNavigate();
  const [form] = Form.useForm<StartWords>();
  const [side, setSide] = useState<"theirs" | "ours">("theirs");
  const [key] = useState(() => crypto.randomUUID());
  const start = useAct(handovers.start, {
    refresh: staleAfterHandover,
    onSuccess: ({ id }) => {
      onClose();
      notice.done(t("handover.start.done"));
      void navigate({ to: "/handovers/$handoverId", params: { handoverId: id } });
    },
  });
  const leaver = Form.useWatch("personId", form);
  const save = ({ personId, successorPersonId, seat, toUserId, note }: StartWords) => {
    const body =
      side === "theirs"
        ? { side, personId: personId ?? "", successorPersonId: successorPersonId ?? null }
        : { side, seat, toUserId: toUserId ?? null };
    start.mutate({
      params: { accountId },
      body: { ...body, ...(note && { note }) },
      idempotencyKey: `${key}:${side}`,
    });
  };
  return (
    <Modal
      open
      title={t("handover.start.open")}
      okText={t("handover.start.submit")}
      okButtonProps={{ loading: start.isPending, disabled: side === "theirs" && !leaver }}
      onOk={() => form.submit()}
      onCancel={onClose}
      width={480}
    >
      <Segmented
        block
        aria-label={t("handover.columns.what")}
        value={side}
        options={(["theirs", "ours"] as const).map((one) => ({
          value: one,
          label: t(`handover.start.${one}`),
        }))}
        onChange={setSide}
        style={{ margin: "8px 0 16px" }}
      />
      <Form<StartWords>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ seat: "manager" }}
        onFinish={save}
      >
        {side === "theirs" ? (
          <>
            <Form.Item name="personId" label={t("handover.start.person")}>
              <ContactSelect accountId={accountId} />
            </Form.Item>
            <Form.Item name="successorPersonId" label={t("handover.start.successor")}>
              <ContactSelect accountId={accountId} {...(leaver && { notPersonId: leaver })} />
            </Form.Item>
          </>
        ) : (
          <>
            <Form.Item name="seat" label={t("handover.start.seat")}>
              <Select
                options={handoverSeats.map((seat) => ({
                  value: seat,
                  label: t(`glossary.seat.${seat}`),
                }))}
              />
            </Form.Item>
            <Form.Item name="toUserId" label={t("handover.start.to")}>
              <UserSelect nobody={t("handover.nobody")} />
            </Form.Item>
          </>
        )}
        <Form.Item name="note" label={t("handover.start.note")}>
          <Input.TextArea rows={2} maxLength={500} />
        </Form.Item>
      </Form>
      <FormProblem error={start.error} />
    </Modal>
  );
};
