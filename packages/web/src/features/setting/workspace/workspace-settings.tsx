import { sessions } from "@mainstay/contract/session";
import { today } from "@mainstay/contract/today";
import { workspaces } from "@mainstay/contract/setting";
import { leapMonthHabits } from "@mainstay/domain/calendar/leap-month-habit";
import { currencyCodes } from "@mainstay/domain/money/currency";
import { userRoles } from "@mainstay/domain/user/user-role";
import { locales } from "@mainstay/phrases/locale";
import { Button, Form, Input, InputNumber, Select } from "antd";
import { useTranslation } from "react-i18next";
import { ErrorState } from "../../../components/error-state.tsx";
import { FormProblem } from "../../../components/form-problem.tsx";
import { PageHeader } from "../../../components/page-header.tsx";
import { Skeleton } from "../../../components/skeleton.tsx";
import { useNotice } from "../../../lib/notice.tsx";
import { useAct, useAnswer } from "../../../lib/query.ts";

const zones = () => Intl.supportedValuesOf("timeZone");

/** Name, default language, base currency, unit of amounts, time zone, and whose sign-in needs a second factor, what needs an approval. */
export const WorkspaceSettings = () => {
  const { t } = useTranslation();
  const notice = useNotice();
  const found = useAnswer(workspaces.get, {});
  const save = useAct(workspaces.edit, {
    refresh: [workspaces.get, sessions.current, today.get],
    onSuccess: () => notice.done(t("app.saved")),
  });
  const header = (
    <PageHeader title={t("setting.workspace.title")} lead={t("setting.workspace.lead")} />
  );
  if (found.isError)
    return (
      <>
        {header}
        <ErrorState error={found.error} onRetry={() => void found.refetch()} />
      </>
    );
  if (!found.data)
    return (
      <>
        {header}
        <Skeleton lines={5} height={24} />
      </>
    );
  const { can, isCurrencyFixed, ...first } = found.data;
  return (
    <>
      {header}
      <Form
        layout="vertical"
        requiredMark={false}
        disabled={!can.edit}
        initialValues={first}
        onFinish={({ baseCurrency, ...body }: typeof first) =>
          save.mutate({ body: isCurrencyFixed ? body : { ...body, baseCurrency } })
        }
        style={{ maxWidth: 400 }}
      >
        <Form.Item
          name="name"
          label={t("setting.workspace.name")}
          rules={[{ required: true, message: t("setup.workspaceNeeded") }]}
        >
          <Input maxLength={100} />
        </Form.Item>
        <Form.Item name="locale" label={t("setting.workspace.locale")}>
          <Select
            options={locales.map((value) => ({ value, label: t(`app.languageName.${value}`) }))}
          />
        </Form.Item>
        <Form.Item
          name="baseCurrency"
          label={t("setting.workspace.baseCurrency")}
          extra={isCurrencyFixed ? t("setting.workspace.currencyFixed") : undefined}
        >
          <Select
            showSearch
            disabled={isCurrencyFixed || !can.edit}
            options={currencyCodes.map((value) => ({ value, label: value }))}
          />
        </Form.Item>
        <Form.Item name="amountUnit" label={t("setting.workspace.amountUnit")}>
          <Select
            options={(["yuan", "ten_thousand_yuan"] as const).map((value) => ({
              value,
              label: t(`app.amountUnitName.${value}`),
            }))}
          />
        </Form.Item>
        <Form.Item name="timeZone" label={t("setting.workspace.timeZone")}>
          <Select showSearch options={zones().map((value) => ({ value, label: value }))} />
        </Form.Item>
        <Form.Item name="leapMonthHabit" label={t("setting.workspace.leapMonth")}>
          <Select
            options={leapMonthHabits.map((value) => ({
              value,
              label: t(`setting.workspace.leapMonthHabit.${value}`),
            }))}
          />
        </Form.Item>
        <Form.Item
          name="secondFactorRoles"
          label={t("setting.workspace.secondFactorRoles")}
          extra={t("setting.workspace.secondFactorRolesHint")}
        >
          <Select
            mode="multiple"
            options={userRoles.map((value) => ({ value, label: t(`glossary.role.${value}`) }))}
          />
        </Form.Item>
        <Form.Item
          name="exportApprovalRows"
          label={t("approval.setting.exportRows")}
          extra={t("approval.setting.exportRowsHint")}
        >
          <InputNumber min={0} max={10_000_000} precision={0} style={{ width: 160 }} />
        </Form.Item>
        <Form.Item
          name="sensitiveApprovalDays"
          label={t("approval.setting.sensitiveDays")}
          extra={t("approval.setting.sensitiveDaysHint")}
        >
          <InputNumber min={0} max={365} precision={0} style={{ width: 160 }} />
        </Form.Item>
        <FormProblem error={save.error} />
        {can.edit && (
          <Button type="primary" htmlType="submit" loading={save.isPending}>
            {t("app.save")}
          </Button>
        )}
      </Form>
    </>
  );
};
