import { users } from "@mainstay/contract/user";
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ErrorState } from "../../../components/error-state.tsx";
import { PageHeader } from "../../../components/page-header.tsx";
import { RowSkeleton } from "../../../components/skeleton.tsx";
import { usePagedAnswer } from "../../../lib/paged-answer.ts";
import { useMay } from "../../../lib/session.ts";
import styles from "../setting-list.module.css";
import { useDepartmentNames } from "../departments/department-names.ts";
import { InviteDialog } from "./invite-dialog.tsx";
import { UserItem } from "./user-item.tsx";

/** Colleagues, their role, department and what they see; invitations. */
export const UserSettings = () => {
  const { t } = useTranslation();
  const mayManage = useMay("user.manage");
  const [isInviting, setInviting] = useState(false);
  const found = usePagedAnswer(users.list, { query: { limit: 100 } });
  const departmentNames = useDepartmentNames();
  const rows = found.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <PageHeader
        title={t("setting.users.title")}
        lead={found.data && t("setting.users.lead", { count: found.data.pages[0]?.total ?? 0 })}
        actions={
          mayManage && (
            <Button type="primary" onClick={() => setInviting(true)}>
              {t("setting.users.invite")}
            </Button>
          )
        }
      />
      {found.isError && <ErrorState error={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending && <RowSkeleton />}
      {rows.length > 0 && (
        <ul className={styles["list"]}>
          {rows.map((user) => (
            <UserItem key={user.id} user={user} departmentNames={departmentNames} />
          ))}
        </ul>
      )}
      {found.hasNextPage && (
        <Button type="text" block onClick={() => void found.fetchNextPage()}>
          {t("app.moreRows")}
        </Button>
      )}
      {isInviting && <InviteDialog onClose={() => setInviting(false)} />}
    </>
  );
};
