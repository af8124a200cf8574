import { type DepartmentView, departments } from "@mainstay/contract/department";
import { App, Button, Dropdown } from "antd";
import { useTranslation } from "react-i18next";
import { Icon } from "../../../components/icon.tsx";
import { useNotice } from "../../../lib/notice.tsx";
import { useAct } from "../../../lib/query.ts";
import styles from "./departments.module.css";
import { MemberList } from "./member-list.tsx";

export type DepartmentAct = "edit" | "createBelow" | "addMembers";

/** One department of the tree: its people, what they see, and what may be done with it. */
export const DepartmentItem = ({
  department,
  depth,
  teamSize,
  onAct,
}: {
  department: DepartmentView;
  depth: number;
  teamSize: number;
  onAct: (act: DepartmentAct) => void;
}) => {
  const { t } = useTranslation();
  const { modal } = App.useApp();
  const notice = useNotice();
  const remove = useAct(departments.remove, {
    refresh: [departments.list],
    onSuccess: () => notice.done(t("department.removed")),
    onError: notice.refused,
  });
  const askRemove = () =>
    void modal.confirm({
      title: t("department.removeAsk", { name: department.name }),
      okText: t("department.remove"),
      okButtonProps: { danger: true },
      onOk: () => remove.mutate({ params: { departmentId: department.id } }),
    });
  const items = [
    { key: "members", label: t("department.addMembers"), onClick: () => onAct("addMembers") },
    { key: "below", label: t("department.createBelow"), onClick: () => onAct("createBelow") },
    { key: "edit", label: t("department.rename"), onClick: () => onAct("edit") },
    { key: "move", label: t("department.move"), onClick: () => onAct("edit") },
    ...(department.can.remove
      ? [{ key: "remove", label: t("department.remove"), danger: true, onClick: askRemove }]
      : []),
  ];
  return (
    <li
      className={styles["department"]}
      style={{ ["--depth" as string]: depth }}
      aria-level={depth + 1}
    >
      <div className={styles["head"]}>
        <h2>{department.name}</h2>
        <span className="muted">
          {t("department.members", { count: department.members.length })}
        </span>
        {department.can.edit ? (
          <Dropdown trigger={["click"]} menu={{ items }}>
            <Button
              size="small"
              type="text"
              icon={<Icon name="more" />}
              aria-label={`${t("app.more")} · ${department.name}`}
            />
          </Dropdown>
        ) : (
          <span />
        )}
      </div>
      {department.members.length > 0 && (
        <MemberList
          members={department.members}
          teamSize={teamSize}
          mayTakeOut={department.can.edit}
        />
      )}
    </li>
  );
};
