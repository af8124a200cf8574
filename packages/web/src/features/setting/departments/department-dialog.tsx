import { type DepartmentView, departments } from "@mainstay/contract/department";
import { users } from "@mainstay/contract/user";
import { departmentAndBelow } from "@mainstay/domain/department/department-tree";
import { Form, Input, Modal, Select } from "antd";
import { useTranslation } from "react-i18next";
import { FormProblem } from "../../../components/form-problem.tsx";
import { useNotice } from "../../../lib/notice.tsx";
import { useAct } from "../../../lib/query.ts";
import { useDepartmentNames } from "./department-names.ts";

interface Words {
  name: string;
  parentId: string;
}

/** A new department, or another name and place for one. It cannot go below itself; such places are not offered. */
export const DepartmentDialog = ({
  department,
  parentId = null,
  all,
  onClose,
}: {
  department?: DepartmentView;
  parentId?: string | null;
  all: readonly DepartmentView[];
  onClose: () => void;
}) => {
  const { t } = useTranslation();
  const notice = useNotice();
  const names = useDepartmentNames();
  const [form] = Form.useForm<Words>();
  const done = (words: string) => ({
    refresh: [departments.list, users.list],
    onSuccess: () => {
      notice.done(words);
      onClose();
    },
  });
  const create = useAct(departments.create, done(t("department.created")));
  const edit = useAct(departments.edit, done(t("department.saved")));
  const closed = department ? departmentAndBelow(all, department.id) : new Set<string>();
  const finish = ({ name, parentId: chosen }: Words) => {
    const body = { name, parentId: chosen === "" ? null : chosen };
    if (!department) return create.mutate({ body });
    const params = { departmentId: department.id };
    return edit.mutate({ params, ifMatch: department.version, body });
  };
  return (
    <Modal
      open
      title={department ? department.name : t("department.create")}
      okText={t("app.save")}
      okButtonProps={{ loading: create.isPending || edit.isPending }}
      onOk={() => form.submit()}
      onCancel={onClose}
      width={420}
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{
          name: department?.name ?? "",
          parentId: (department ? department.parentId : parentId) ?? "",
        }}
        onFinish={finish}
      >
        <Form.Item
          name="name"
          label={t("department.name")}
          rules={[{ required: true, message: t("department.nameNeeded") }]}
        >
          <Input autoFocus maxLength={100} />
        </Form.Item>
        <Form.Item name="parentId" label={t("department.parent")}>
          <Select
            showSearch={{ optionFilterProp: "label" }}
            options={[
              { value: "", label: t("department.top") },
              ...[...names]
                .filter(([id]) => !closed.has(id))
                .map(([value, label]) => ({ value, label })),
            ]}
          />
        </Form.Item>
        <FormProblem error={create.error ?? edit.error} />
      </Form>
    </Modal>
  );
};
