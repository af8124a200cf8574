import { Form, InputNumber } from "antd";
import { useTranslation } from "react-i18next";
import { MoneyField } from "../../components/money-field.tsx";
import { useSession } from "../../lib/session.ts";

export interface Worth {
  readonly customerValueMinor: number | null;
  readonly profitMinor: number | null;
  readonly costMinor: number | null;
  readonly capability: number | null;
}

/** What a need is worth to both sides and how well we can meet it. */
export const WorthFields = ({
  worth,
  onChange,
  only,
}: {
  worth: Worth;
  onChange: (worth: Worth) => void;
  /** Where only one of them is asked for. */
  only?: readonly (keyof Worth)[];
}) => {
  const { t } = useTranslation();
  const currency = useSession().workspace.baseCurrency;
  const has = (name: keyof Worth) => only === undefined || only.includes(name);
  const money = (name: "customerValueMinor" | "profitMinor" | "costMinor", label: string) =>
    has(name) && (
      <Form.Item label={label} htmlFor={`need-${name}`}>
        <MoneyField
          id={`need-${name}`}
          currency={currency}
          minor={worth[name]}
          onChange={(minor) => onChange({ ...worth, [name]: minor })}
        />
      </Form.Item>
    );
  return (
    <>
      {money("customerValueMinor", t("need.worth.customerValue"))}
      {has("capability") && (
        <Form.Item
          label={t("need.worth.capability")}
          htmlFor="need-capability"
          extra={t("need.fit.capabilityWhy")}
        >
          <InputNumber
            id="need-capability"
            min={0}
            max={5}
            precision={0}
            value={worth.capability}
            onChange={(capability) => onChange({ ...worth, capability })}
          />
        </Form.Item>
      )}
      {money("profitMinor", t("need.worth.profit"))}
      {money("costMinor", t("need.worth.cost"))}
    </>
  );
};
