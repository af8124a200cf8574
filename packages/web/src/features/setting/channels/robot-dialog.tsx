import { departments } from "@mainstay/contract/department";
import { type RobotView, robots } from "@mainstay/contract/robot";
import { readRobotAddress } from "@mainstay/domain/robot/robot-address";
import { robotScopes } from "@mainstay/domain/robot/robot-kind";
import { type RobotNewsKind, robotNewsKinds } from "@mainstay/domain/robot/robot-news";
import { locales } from "@mainstay/phrases/locale";
import { Checkbox, Form, Input, Modal, Select } from "antd";
import { useTranslation } from "react-i18next";
import { FormProblem } from "../../../components/form-problem.tsx";
import { useNotice } from "../../../lib/notice.tsx";
import { useAct, useAnswer } from "../../../lib/query.ts";
import { QuietFields } from "../../notification/quiet-fields.tsx";
import { termsOf } from "./robot-item.tsx";

type Words = ReturnType<typeof termsOf> & { address: string; secret?: string };

const fresh: Words = {
  address: "",
  name: "",
  keyword: null,
  kinds: ["signal_raised", "obligation_overdue", "handover_started", "handover_overdue"],
  scope: "all",
  departmentId: null,
  locale: "zh-CN",
  quietFrom: null,
  quietTo: null,
  workdaysOnly: false,
  isPaused: false,
};

/** A robot: its address as pasted says which platform it is of; what it passes on and when. */
export const RobotDialog = ({
  robot,
  onClose,
}: {
  robot: RobotView | null;
  onClose: () => void;
}) => {
  const { t } = useTranslation();
  const notice = useNotice();
  const [form] = Form.useForm<Words>();
  const address = Form.useWatch("address", form) ?? "";
  const scope = Form.useWatch("scope", form) ?? robot?.scope ?? "all";
  const known = useAnswer(departments.list, {});
  const kind = readRobotAddress(address)?.kind ?? (address === "" ? robot?.kind : undefined);
  const done = {
    refresh: [robots.list],
    onSuccess: () => {
      notice.done(t("app.saved"));
      onClose();
    },
  };
  const add = useAct(robots.add, done);
  const edit = useAct(robots.edit, done);
  const finish = ({ address: pasted, secret, ...words }: Words) => {
    const { isPaused, ...terms } = { ...(robot ? termsOf(robot) : fresh), ...words };
    const secrets = secret && kind !== "wecom" ? { secret } : {};
    if (!robot) return add.mutate({ body: { ...terms, ...secrets, address: pasted } });
    const moved = pasted === "" ? {} : { address: pasted };
    const body = { ...terms, isPaused, ...secrets, ...moved };
    return edit.mutate({ params: { robotId: robot.id }, ifMatch: robot.version, body });
  };
  return (
    <Modal
      open
      title={robot?.name ?? t("channel.robot.add")}
      okText={t("app.save")}
      okButtonProps={{ loading: add.isPending || edit.isPending }}
      onOk={() => form.submit()}
      onCancel={onClose}
      width={560}
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={robot ? { ...termsOf(robot), address: "" } : fresh}
        onFinish={finish}
        autoComplete="off"
      >
        <Form.Item
          name="address"
          label={t("channel.robot.address")}
          extra={
            kind === undefined
              ? t("channel.robot.addressHint")
              : t("channel.robot.recognised", { kind: t(`channel.robot.kind.${kind}`) })
          }
          rules={[
            {
              validator: (_, value: string) =>
                (robot && value === "") || readRobotAddress(value)
                  ? Promise.resolve()
                  : Promise.reject(new Error(t("channel.robot.addressNeeded"))),
            },
          ]}
        >
          <Input
            autoFocus
            maxLength={500}
            inputMode="url"
            placeholder={robot ? `····${robot.addressHint}` : "https://"}
          />
        </Form.Item>
        <Form.Item
          name="name"
          label={t("channel.robot.name")}
          rules={[{ required: true, message: t("channel.robot.nameNeeded") }]}
        >
          <Input maxLength={60} />
        </Form.Item>
        {kind !== "wecom" && (
          <Form.Item
            name="secret"
            label={t("channel.robot.secret")}
            extra={t("channel.robot.secretHint")}
          >
            <Input.Password
              maxLength={200}
              autoComplete="new-password"
              {...(robot?.hasSecret && { placeholder: t("channel.kept") })}
            />
          </Form.Item>
        )}
        <Form.Item
          name="keyword"
          label={t("channel.robot.keyword")}
          extra={t("channel.robot.keywordHint")}
          getValueFromEvent={({ target }) => target.value || null}
        >
          <Input maxLength={40} />
        </Form.Item>
        <Form.Item name="kinds" label={t("channel.robot.kinds")}>
          <Checkbox.Group
            options={robotNewsKinds.map((value: RobotNewsKind) => ({
              value,
              label: t(`notification.kind.${value}`),
            }))}
          />
        </Form.Item>
        <Form.Item name="scope" label={t("channel.robot.whose")}>
          <Select
            options={robotScopes.map((value) => ({
              value,
              label: t(`channel.robot.scope.${value}`),
            }))}
          />
        </Form.Item>
        {scope === "department" && (
          <Form.Item
            name="departmentId"
            label={t("channel.robot.department")}
            rules={[{ required: true, message: t("channel.robot.departmentNeeded") }]}
          >
            <Select
              loading={known.isPending}
              options={(known.data?.items ?? []).map(({ id, name }) => ({
                value: id,
                label: name,
              }))}
            />
          </Form.Item>
        )}
        <Form.Item name="locale" label={t("app.language")}>
          <Select
            options={locales.map((value) => ({ value, label: t(`app.languageName.${value}`) }))}
          />
        </Form.Item>
        <QuietFields hint={t("channel.robot.quietHint")} />
        <FormProblem error={add.error ?? edit.error} />
      </Form>
    </Modal>
  );
};
