import { accountPage } from "@mainstay/contract/account-page";
import { healths } from "@mainstay/contract/health";
import { mostAdjustment } from "@mainstay/domain/health/judge-health";
import { Form, Input, InputNumber, Modal } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { FormProblem } from "../../components/form-problem.tsx";
import { useNotice } from "../../lib/notice.tsx";
import { useAct } from "../../lib/query.ts";
import { useUnsavedText } from "../../lib/unsaved-text.ts";

/** Move the score by at most ten points, with the reason why. */
export const AdjustDialog = ({
  account,
  onClose,
}: {
  account: { id: string; name: string };
  onClose: () => void;
}) => {
  const { t } = useTranslation();
  const notice = useNotice();
  const [points, setPoints] = useState<number | null>(5);
  const [key] = useState(() => crypto.randomUUID());
  const note = useUnsavedText(`health:${account.id}`);
  const adjust = useAct(healths.adjust, {
    refresh: [healths.get, healths.overview, accountPage.get],
    onSuccess: () => {
      note.done();
      onClose();
      notice.done(t("health.adjust.saved"));
    },
  });
  const isReady = points !== null && points !== 0 && note.text.trim() !== "";
  const save = () =>
    adjust.mutate({
      params: { accountId: account.id },
      body: { points: points ?? 0, note: note.text },
      idempotencyKey: key,
    });
  return (
    <Modal
      open
      title={`${t("health.adjust.act")} · ${account.name}`}
      okText={t("app.save")}
      okButtonProps={{ disabled: !isReady, loading: adjust.isPending }}
      onOk={save}
      onCancel={onClose}
      width={440}
    >
      <Form layout="vertical" requiredMark={false}>
        <Form.Item
          label={t("health.adjust.points")}
          htmlFor="health-points"
          extra={t("health.adjust.pointsHint")}
        >
          <InputNumber
            id="health-points"
            min={-mostAdjustment}
            max={mostAdjustment}
            precision={0}
            value={points}
            onChange={setPoints}
          />
        </Form.Item>
        <Form.Item label={t("health.adjust.note")} htmlFor="health-note">
          <Input.TextArea
            id="health-note"
            rows={3}
            maxLength={500}
            placeholder={t("health.adjust.notePlaceholder")}
            value={note.text}
            onChange={(event) => note.setText(event.target.value)}
          />
        </Form.Item>
        <FormProblem error={adjust.error} />
      </Form>
    </Modal>
  );
};
