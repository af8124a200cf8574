import { workdays } from "@mainstay/contract/workday";
import { Button, Form, Input, Segmented } from "antd";
import { useTranslation } from "react-i18next";
import { DayField } from "../../../components/day-field.tsx";
import { FormProblem } from "../../../components/form-problem.tsx";
import { useNotice } from "../../../lib/notice.tsx";
import { useAct } from "../../../lib/query.ts";
import styles from "../setting-list.module.css";

interface DayWords {
  onDate: string;
  kind: "off" | "work";
  label?: string;
}

/** Say of one day whether it is worked. */
export const SetDay = ({ year }: { year: number }) => {
  const { t } = useTranslation();
  const notice = useNotice();
  const [form] = Form.useForm<DayWords>();
  const put = useAct(workdays.put, {
    refresh: [workdays.list],
    onSuccess: () => {
      form.resetFields(["onDate"]);
      notice.done(t("setting.workdays.saved"));
    },
  });
  return (
    <>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        className={styles["form"]}
        initialValues={{ kind: "off" }}
        onFinish={({ onDate, kind, label = "" }: DayWords) =>
          put.mutate({ params: { onDate }, body: { isWorkday: kind === "work", label } })
        }
      >
        <Form.Item
          name="onDate"
          label={t("setting.workdays.on")}
          rules={[{ required: true, message: t("setting.dayNeeded") }]}
        >
          <DayField earliest={`${year}-01-01`} latest={`${year}-12-31`} />
        </Form.Item>
        <Form.Item name="kind" label={t("setting.workdays.kind")}>
          <Segmented
            options={(["off", "work"] as const).map((value) => ({
              value,
              label: t(`setting.workdays.${value}`),
            }))}
          />
        </Form.Item>
        <Form.Item name="label" label={t("setting.workdays.label")}>
          <Input maxLength={100} style={{ width: 150 }} />
        </Form.Item>
        <Form.Item>
          <Button htmlType="submit" loading={put.isPending}>
            {t("app.save")}
          </Button>
        </Form.Item>
      </Form>
      <FormProblem error={put.error} />
    </>
  );
};
