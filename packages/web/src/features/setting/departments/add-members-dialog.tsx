import {
  type DepartmentMember,
  type DepartmentView,
  departments,
} from "@mainstay/contract/department";
import { users } from "@mainstay/contract/user";
import { Modal, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { FormProblem } from "../../../components/form-problem.tsx";
import { call } from "../../../lib/call.ts";
import { useNotice } from "../../../lib/notice.tsx";
import { queryClient } from "../../../lib/query.ts";

/** Puts several colleagues into a department; those in another move. */
export const AddMembersDialog = ({
  department,
  others,
  onClose,
}: {
  department: DepartmentView;
  others: readonly (DepartmentMember & { from: string | null })[];
  onClose: () => void;
}) => {
  const { t } = useTranslation();
  const notice = useNotice();
  const [chosen, setChosen] = useState<string[]>([]);
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const move = async () => {
    setBusy(true);
    try {
      for (const userId of chosen) {
        const version = others.find(({ id }) => id === userId)?.version ?? 0;
        const body = { departmentId: department.id };
        await call(users.edit, { params: { userId }, ifMatch: version, body });
      }
      notice.done(t("department.moved", { count: chosen.length }));
      onClose();
    } catch (problem) {
      setError(problem);
    } finally {
      setBusy(false);
      for (const stale of [departments.list, users.list]) {
        void queryClient.invalidateQueries({ queryKey: [stale.id] });
      }
    }
  };
  return (
    <Modal
      open
      title={t("department.addMembersTo", { name: department.name })}
      okText={t("department.addMembers")}
      okButtonProps={{ loading: isBusy, disabled: chosen.length === 0 }}
      onOk={() => void move()}
      onCancel={onClose}
      width={440}
    >
      <Select
        mode="multiple"
        autoFocus
        style={{ width: "100%" }}
        aria-label={t("department.addMembers")}
        showSearch={{ optionFilterProp: "label" }}
        value={chosen}
        onChange={setChosen}
        options={others.map(({ id, name, from }) => ({
          value: id,
          label: from === null ? name : t("app.named", { name, also: from }),
        }))}
      />
      <FormProblem error={error} />
    </Modal>
  );
};
