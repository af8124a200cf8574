import { type DepartmentView, departments } from "@mainstay/contract/department";
import {
  departmentAndBelow,
  departmentsInTreeOrder,
} from "@mainstay/domain/department/department-tree";
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { EmptyState } from "../../../components/empty-state.tsx";
import { ErrorState } from "../../../components/error-state.tsx";
import { PageHeader } from "../../../components/page-header.tsx";
import { RowSkeleton } from "../../../components/skeleton.tsx";
import { useAnswer } from "../../../lib/query.ts";
import listStyles from "../setting-list.module.css";
import { AddMembersDialog } from "./add-members-dialog.tsx";
import { DepartmentDialog } from "./department-dialog.tsx";
import { type DepartmentAct, DepartmentItem } from "./department-item.tsx";
import styles from "./departments.module.css";
import { MemberList } from "./member-list.tsx";

/** Our own departments as a tree: who is where, and who sees whose accounts. */
export const DepartmentSettings = () => {
  const { t } = useTranslation();
  const [open, setOpen] = useState<{ act: DepartmentAct | "create"; at?: DepartmentView } | null>(
    null,
  );
  const found = useAnswer(departments.list, {});
  const all = found.data?.items ?? [];
  const activeIn = (id: string) => {
    const ids = departmentAndBelow(all, id);
    const people = all.filter((one) => ids.has(one.id)).flatMap(({ members }) => members);
    return people.filter(({ isActive }) => isActive).length;
  };
  const close = () => setOpen(null);
  return (
    <>
      <PageHeader
        title={t("setting.departments.title")}
        lead={found.data?.can.create === false ? t("department.notAdmin") : t("department.lead")}
        actions={
          found.data?.can.create && (
            <Button type="primary" onClick={() => setOpen({ act: "create" })}>
              {t("department.create")}
            </Button>
          )
        }
      />
      {found.isError && <ErrorState error={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending && <RowSkeleton />}
      {found.isSuccess && all.length === 0 && (
        <EmptyState title={t("department.noneYet")} words={t("department.noneWhy")} />
      )}
      {all.length > 0 && (
        <ul className={listStyles["list"]} style={{ padding: 0, listStyle: "none" }}>
          {departmentsInTreeOrder(all).map(({ department, depth }) => (
            <DepartmentItem
              key={department.id}
              department={department}
              depth={depth}
              teamSize={activeIn(department.id)}
              onAct={(act) => setOpen({ act, at: department })}
            />
          ))}
        </ul>
      )}
      {all.length > 0 && (found.data?.withoutDepartment.length ?? 0) > 0 && (
        <section className={styles["apart"]}>
          <h2>{t("department.withoutDepartment")}</h2>
          <MemberList
            members={found.data?.withoutDepartment ?? []}
            teamSize={0}
            mayTakeOut={false}
          />
        </section>
      )}
      {open?.act === "addMembers" && open.at && (
        <AddMembersDialog
          department={open.at}
          others={[
            ...(found.data?.withoutDepartment ?? []).map((one) => ({ ...one, from: null })),
            ...all
              .filter(({ id }) => id !== open.at?.id)
              .flatMap(({ name, members }) => members.map((one) => ({ ...one, from: name }))),
          ]}
          onClose={close}
        />
      )}
      {(open?.act === "create" || open?.act === "createBelow") && (
        <DepartmentDialog all={all} parentId={open.at?.id ?? null} onClose={close} />
      )}
      {open?.act === "edit" && open.at && (
        <DepartmentDialog all={all} department={open.at} onClose={close} />
      )}
    </>
  );
};
