import { accounts } from "@mainstay/contract/account";
import { rescues } from "@mainstay/contract/rescue";
import { Form, Input, Modal } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { FormProblem } from "../../components/form-problem.tsx";
import { MoneyField } from "../../components/money-field.tsx";
import { UserSelect } from "../../components/user-select.tsx";
import { useNotice } from "../../lib/notice.tsx";
import { useAct } from "../../lib/query.ts";
import { useSession } from "../../lib/session.ts";
import { useUnsavedText } from "../../lib/unsaved-text.ts";
import { rescueStale } from "./rescue-acts.ts";

/** Begins a rescue of an account, from a warning or by itself; the money at stake may be set by who knows better. */
export const OpenRescueDialog = ({
  account,
  signal = null,
  onClose,
}: {
  account: { id: string; name?: string };
  signal?: { id: string; moneyAtStakeMinor: number } | null;
  onClose: () => void;
}) => {
  const { t } = useTranslation();
  const notice = useNotice();
  const { workspace, user } = useSession();
  const [key] = useState(() => crypto.randomUUID());
  const goal = useUnsavedText(`rescue:${account.id}`);
  const known = signal && signal.moneyAtStakeMinor > 0 ? signal.moneyAtStakeMinor : null;
  const [stakeMinor, setStake] = useState<number | null>(known);
  const [ownerUserId, setOwner] = useState<string | null>(user.id);
  const open = useAct(rescues.open, {
    refresh: [...rescueStale, accounts.get],
    onSuccess: () => {
      goal.done();
      onClose();
      notice.done(t("rescue.begun"));
    },
  });
  return (
    <Modal
      open
      title={account.name ? `${t("rescue.beginTitle")} · ${account.name}` : t("rescue.beginTitle")}
      okText={t("rescue.begin")}
      okButtonProps={{ disabled: goal.text.trim() === "", loading: open.isPending }}
      onOk={() =>
        open.mutate({
          params: { accountId: account.id },
          body: {
            signalId: signal?.id ?? null,
            goal: goal.text.trim(),
            ownerUserId,
            ...(stakeMinor !== null && { stakeMinor }),
          },
          idempotencyKey: key,
        })
      }
      onCancel={onClose}
      width={460}
    >
      <Form layout="vertical" requiredMark={false}>
        <Form.Item label={t("rescue.goal")} htmlFor="rescue-goal">
          <Input.TextArea
            id="rescue-goal"
            autoFocus
            rows={3}
            maxLength={1000}
            placeholder={t("rescue.goalHint")}
            value={goal.text}
            onChange={(event) => goal.setText(event.target.value)}
          />
        </Form.Item>
        <Form.Item label={t("rescue.stake")} htmlFor="rescue-stake" extra={t("rescue.stakeWhy")}>
          <MoneyField
            id="rescue-stake"
            currency={workspace.baseCurrency}
            minor={stakeMinor}
            onChange={setStake}
          />
        </Form.Item>
        <Form.Item label={t("rescue.owner")} htmlFor="rescue-owner">
          <UserSelect id="rescue-owner" value={ownerUserId} onChange={setOwner} />
        </Form.Item>
      </Form>
      <FormProblem error={open.error} />
    </Modal>
  );
};
