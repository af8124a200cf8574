import { cases } from "@mainstay/contract/case";
import { costs } from "@mainstay/contract/cost";
import { type CostKind, costKinds } from "@mainstay/domain/cost/cost-kind";
import { costFault } from "@mainstay/domain/cost/value-hours";
import { type UserRole, userRoles } from "@mainstay/domain/user/user-role";
import { Form, Input, InputNumber, Modal, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { DayField } from "../../components/day-field.tsx";
import { FormProblem } from "../../components/form-problem.tsx";
import { MoneyField } from "../../components/money-field.tsx";
import { useNotice } from "../../lib/notice.tsx";
import { useAct } from "../../lib/query.ts";
import { useSession } from "../../lib/session.ts";

/** Note a cost: hours are valued by the role's rate unless an amount is told. */
export const AddCostDialog = ({ caseId, onClose }: { caseId: string; onClose: () => void }) => {
  const { t } = useTranslation();
  const notice = useNotice();
  const { workspace, user } = useSession();
  const [kind, setKind] = useState<CostKind>("hours");
  const [amount, setAmount] = useState<number | null>(null);
  const [count, setCount] = useState<number | null>(null);
  const [role, setRole] = useState<UserRole>(user.role);
  const [on, setOn] = useState<string | null>(workspace.today);
  const [note, setNote] = useState("");
  const add = useAct(costs.addToCase, {
    refresh: [costs.listOfCase, costs.ofAccount, cases.get],
    onSuccess: () => {
      onClose();
      notice.done(t("case.cost.added"));
    },
  });
  const cost = {
    kind,
    ...(amount !== null && { amountMinor: amount }),
    ...(kind === "hours" && count !== null && { hours: count, role }),
    ...(kind === "part" && count !== null && { quantity: count }),
  };
  const isReady = on !== null && costFault(cost) === null;
  return (
    <Modal
      open
      title={t("case.cost.add")}
      okText={t("case.cost.add")}
      okButtonProps={{ disabled: !isReady, loading: add.isPending }}
      onOk={() =>
        add.mutate({
          params: { caseId },
          body: { ...cost, incurredOn: on ?? workspace.today, note: note.trim() },
        })
      }
      onCancel={onClose}
      width={440}
    >
      <Form layout="vertical" component="div">
        <Form.Item label={t("case.cost.field.kind")} htmlFor="cost-kind">
          <Select
            id="cost-kind"
            value={kind}
            onChange={(next) => {
              setKind(next);
              setCount(null);
            }}
            options={costKinds.map((value) => ({ value, label: t(`case.cost.kind.${value}`) }))}
          />
        </Form.Item>
        {(kind === "hours" || kind === "part") && (
          <Form.Item
            label={t(kind === "hours" ? "case.cost.field.hours" : "case.cost.field.quantity")}
            htmlFor="cost-count"
          >
            <InputNumber
              id="cost-count"
              min={kind === "hours" ? 0.1 : 0.001}
              max={kind === "hours" ? 1000 : 1_000_000}
              step={kind === "hours" ? 0.5 : 1}
              value={count}
              onChange={setCount}
              style={{ width: "100%" }}
            />
          </Form.Item>
        )}
        {kind === "hours" && (
          <Form.Item label={t("case.cost.field.role")} htmlFor="cost-role">
            <Select
              id="cost-role"
              value={role}
              onChange={setRole}
              options={userRoles.map((value) => ({ value, label: t(`glossary.role.${value}`) }))}
            />
          </Form.Item>
        )}
        <Form.Item
          label={t("case.cost.field.amount")}
          htmlFor="cost-amount"
          {...(kind === "hours" && { extra: t("case.cost.field.amountFromRate") })}
        >
          <MoneyField
            id="cost-amount"
            currency={workspace.baseCurrency}
            minor={amount}
            onChange={setAmount}
          />
        </Form.Item>
        <Form.Item label={t("case.cost.field.on")} htmlFor="cost-on">
          <DayField id="cost-on" value={on} onChange={setOn} latest={workspace.today} />
        </Form.Item>
        <Form.Item label={t("case.cost.field.note")} htmlFor="cost-note">
          <Input
            id="cost-note"
            maxLength={500}
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
        </Form.Item>
      </Form>
      <FormProblem error={add.error} />
    </Modal>
  );
};
