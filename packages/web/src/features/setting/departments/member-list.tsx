import { type DepartmentMember, departments } from "@mainstay/contract/department";
import { users } from "@mainstay/contract/user";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { Icon } from "../../../components/icon.tsx";
import { useNotice } from "../../../lib/notice.tsx";
import { useAct } from "../../../lib/query.ts";
import styles from "./departments.module.css";

/** The people of a department with what each of them sees. `teamSize` counts the active people in it and below. */
export const MemberList = ({
  members,
  teamSize,
  mayTakeOut,
}: {
  members: readonly DepartmentMember[];
  teamSize: number;
  mayTakeOut: boolean;
}) => {
  const { t } = useTranslation();
  const notice = useNotice();
  const takeOut = useAct(users.edit, {
    refresh: [departments.list, users.list],
    onSuccess: () => notice.done(t("department.saved")),
    onError: notice.refused,
  });
  const sees = ({ visibility }: DepartmentMember) => {
    if (visibility === "all") return t("department.seesAll");
    if (visibility === "own" || teamSize === 0) return t("department.seesOwn");
    return t("department.seesTeam", { count: teamSize });
  };
  return (
    <ul className={styles["members"]}>
      {members.map((member) => (
        <li key={member.id} className={styles["member"]}>
          <div>
            <span>
              {member.name}
              <span className="muted"> · {t(`glossary.role.${member.role}`)}</span>
            </span>
            <span className="muted">
              {member.isActive ? sees(member) : t("department.inactive")}
            </span>
          </div>
          {mayTakeOut && (
            <Button
              size="small"
              type="text"
              icon={<Icon name="close" />}
              aria-label={t("department.takeOut", { name: member.name })}
              onClick={() =>
                takeOut.mutate({
                  params: { userId: member.id },
                  ifMatch: member.version,
                  body: { departmentId: null },
                })
              }
            />
          )}
        </li>
      ))}
    </ul>
  );
};
