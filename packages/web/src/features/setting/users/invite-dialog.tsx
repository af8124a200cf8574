import { departments } from "@mainstay/contract/department";
import { users } from "@mainstay/contract/user";
import type { UserRole, Visibility } from "@mainstay/domain/user/user-role";
import { userRoles, visibilities } from "@mainstay/domain/user/user-role";
import { Form, Input, Modal, Radio, Select } from "antd";
import { useTranslation } from "react-i18next";
import { FormProblem } from "../../../components/form-problem.tsx";
import { useAct } from "../../../lib/query.ts";
import { useDepartmentNames } from "../departments/department-names.ts";
import { LinkDialog } from "./link-dialog.tsx";

interface InviteWords {
  name: string;
  email: string;
  role: UserRole;
  visibility: Visibility;
  departmentId?: string;
}

/** Invite a colleague: who, which role, what they see; then the link to hand over. */
export const InviteDialog = ({ onClose }: { onClose: () => void }) => {
  const { t } = useTranslation();
  const [form] = Form.useForm<InviteWords>();
  const role = Form.useWatch("role", form) ?? "manager";
  const departmentNames = useDepartmentNames();
  const invite = useAct(users.invite, { refresh: [users.list, departments.list] });
  if (invite.data) return <LinkDialog invitation={invite.data} onClose={onClose} />;
  return (
    <Modal
      open
      title={t("setting.users.invite")}
      okText={t("setting.users.inviteSend")}
      okButtonProps={{ loading: invite.isPending }}
      onOk={() => form.submit()}
      onCancel={onClose}
      width={460}
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ role: "manager", visibility: "own" }}
        onFinish={(body: InviteWords) => invite.mutate({ body })}
      >
        <Form.Item
          name="name"
          label={t("setting.users.name")}
          rules={[{ required: true, message: t("session.nameNeeded") }]}
        >
          <Input autoFocus maxLength={100} />
        </Form.Item>
        <Form.Item
          name="email"
          label={t("setting.users.email")}
          rules={[{ required: true, message: t("session.emailNeeded") }]}
        >
          <Input type="email" />
        </Form.Item>
        <Form.Item
          name="role"
          label={t("setting.users.role")}
          extra={t(`setting.users.roleWhy.${role}`)}
        >
          <Select
            options={userRoles.map((value) => ({ value, label: t(`glossary.role.${value}`) }))}
          />
        </Form.Item>
        <Form.Item name="visibility" label={t("setting.users.visibility")}>
          <Radio.Group
            options={visibilities.map((value) => ({
              value,
              label: t(`glossary.visibility.${value}`),
            }))}
          />
        </Form.Item>
        {departmentNames.size > 0 && (
          <Form.Item name="departmentId" label={t("department.of")}>
            <Select
              allowClear
              placeholder={t("department.none")}
              options={[...departmentNames].map(([value, label]) => ({ value, label }))}
            />
          </Form.Item>
        )}
        <FormProblem error={invite.error} />
      </Form>
    </Modal>
  );
};
