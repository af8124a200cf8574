import { exchangeRates } from "@mainstay/contract/setting";
import { today } from "@mainstay/contract/today";
import { currencyCodes } from "@mainstay/domain/money/currency";
import { Button, Form, Input, Select } from "antd";
import { useTranslation } from "react-i18next";
import { DayField } from "../../../components/day-field.tsx";
import { FormProblem } from "../../../components/form-problem.tsx";
import { useNotice } from "../../../lib/notice.tsx";
import { useAct } from "../../../lib/query.ts";
import { useSession } from "../../../lib/session.ts";
import styles from "../setting-list.module.css";

interface RateWords {
  currency: string;
  fromOn: string;
  rate: string;
}

const rateForm = /^\d{1,10}(\.\d{1,10})?$/;

/** Set the rate of a currency from a day on. */
export const AddRate = ({ baseCurrency }: { baseCurrency: string }) => {
  const { t } = useTranslation();
  const notice = useNotice();
  const { workspace } = useSession();
  const [form] = Form.useForm<RateWords>();
  const put = useAct(exchangeRates.put, {
    refresh: [exchangeRates.list, today.get],
    onSuccess: () => {
      form.resetFields(["rate"]);
      notice.done(t("setting.rates.saved"));
    },
  });
  return (
    <>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        className={styles["form"]}
        initialValues={{ fromOn: `${workspace.today.slice(0, 4)}-01-01` }}
        onFinish={({ rate, ...params }: RateWords) => put.mutate({ params, body: { rate } })}
      >
        <Form.Item
          name="currency"
          label={t("setting.rates.currency")}
          rules={[{ required: true, message: t("setting.rates.currencyNeeded") }]}
        >
          <Select
            showSearch
            style={{ width: 110 }}
            options={currencyCodes
              .filter((code) => code !== baseCurrency)
              .map((value) => ({ value, label: value }))}
          />
        </Form.Item>
        <Form.Item
          name="fromOn"
          label={t("setting.rates.fromOn")}
          rules={[{ required: true, message: t("setting.dayNeeded") }]}
        >
          <DayField />
        </Form.Item>
        <Form.Item
          name="rate"
          label={t("setting.rates.rate")}
          rules={[
            {
              required: true,
              pattern: rateForm,
              message: t("setting.rates.rateNeeded"),
            },
          ]}
        >
          <Input inputMode="decimal" style={{ width: 130 }} />
        </Form.Item>
        <Form.Item>
          <Button type="primary" htmlType="submit" loading={put.isPending}>
            {t("setting.rates.add")}
          </Button>
        </Form.Item>
      </Form>
      <FormProblem error={put.error} />
    </>
  );
};
