import { approvals } from "@mainstay/contract/approval";
import type { BodyOf } from "@mainstay/contract/endpoint/endpoint";
import { forbiddenGiftForms, giftKinds } from "@mainstay/domain/approval/gift-kind";
import { minorDecimals } from "@mainstay/domain/money/currency";
import { Checkbox, Form, Input, InputNumber, Modal, Select } from "antd";
import { useTranslation } from "react-i18next";
import { AccountSelect } from "../../components/account-select.tsx";
import { DayField } from "../../components/day-field.tsx";
import { FormProblem } from "../../components/form-problem.tsx";
import { PersonSelect } from "../../components/person-select.tsx";
import { useNotice } from "../../lib/notice.tsx";
import { useAct } from "../../lib/query.ts";
import { useSession } from "../../lib/session.ts";
import { staleAfterApproval } from "./stale-after-approval.ts";

type Body = BodyOf<typeof approvals.askGift>;
type Draft = Omit<Body, "valueMinor" | "form"> & {
  value: number;
  form: NonNullable<Body["form"]> | "goods";
};

/** Ask to give something: whom, what, worth what, why, from which cost centre, how openly. */
export const AskGiftDialog = ({ onClose }: { onClose: () => void }) => {
  const { t } = useTranslation();
  const notice = useNotice();
  const { workspace } = useSession();
  const [form] = Form.useForm<Draft>();
  const ask = useAct(approvals.askGift, {
    refresh: staleAfterApproval,
    onSuccess: ({ isByRule }) => {
      onClose();
      notice.done(t(isByRule ? "approval.allowedByRule" : "approval.askDone"));
    },
  });
  const needed = (message: string) => [{ required: true, message }];
  const decimals = minorDecimals(workspace.baseCurrency);
  return (
    <Modal
      open
      title={t("approval.gift.title")}
      okText={t("approval.ask")}
      okButtonProps={{ loading: ask.isPending }}
      onOk={() => form.submit()}
      onCancel={onClose}
      width={520}
    >
      <p className="muted">{t("approval.gift.lead")}</p>
      <Form<Draft>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{
          giftKind: "gift",
          form: "goods",
          givenOn: workspace.today,
          isGivenOpenly: true,
          isPublicSector: false,
          isBidOpen: false,
          isForFamily: false,
        }}
        onFinish={({ value, form: how, ...rest }) =>
          ask.mutate({
            body: {
              ...rest,
              personId: rest.personId ?? null,
              valueMinor: Math.round(value * 10 ** decimals),
              form: how === "goods" ? null : how,
            },
          })
        }
      >
        <Form.Item
          name="accountId"
          label={t("approval.gift.account")}
          rules={needed(t("approval.gift.accountNeeded"))}
        >
          <AccountSelect />
        </Form.Item>
        <Form.Item name="personId" label={t("approval.gift.person")}>
          <PersonSelect />
        </Form.Item>
        <Form.Item name="giftKind" label={t("approval.gift.kind")}>
          <Select
            options={giftKinds.map((value) => ({
              value,
              label: t(`approval.gift.kindName.${value}`),
            }))}
          />
        </Form.Item>
        <Form.Item name="form" label={t("approval.gift.form")}>
          <Select
            options={(["goods", ...forbiddenGiftForms] as const).map((value) => ({
              value,
              label: t(`approval.gift.formName.${value}`),
            }))}
          />
        </Form.Item>
        <Form.Item
          name="value"
          label={t("approval.gift.value")}
          rules={needed(t("approval.gift.valueNeeded"))}
        >
          <InputNumber min={0.01} precision={decimals} style={{ width: "100%" }} />
        </Form.Item>
        <Form.Item
          name="purpose"
          label={t("approval.gift.purpose")}
          rules={needed(t("approval.gift.purposeNeeded"))}
        >
          <Input.TextArea rows={2} maxLength={1000} />
        </Form.Item>
        <Form.Item
          name="costCentre"
          label={t("approval.gift.costCentre")}
          rules={needed(t("approval.gift.costCentreNeeded"))}
        >
          <Input maxLength={100} />
        </Form.Item>
        <Form.Item name="givenOn" label={t("approval.gift.givenOn")}>
          <DayField />
        </Form.Item>
        {(
          [
            ["isGivenOpenly", "openly"],
            ["isPublicSector", "publicSector"],
            ["isBidOpen", "bidOpen"],
            ["isForFamily", "family"],
          ] as const
        ).map(([name, words]) => (
          <Form.Item key={name} name={name} valuePropName="checked" style={{ marginBottom: 4 }}>
            <Checkbox>{t(`approval.gift.${words}`)}</Checkbox>
          </Form.Item>
        ))}
        <FormProblem error={ask.error} />
      </Form>
    </Modal>
  );
};
