import type { UserView } from "@mainstay/contract/user";
import { departments } from "@mainstay/contract/department";
import { users } from "@mainstay/contract/user";
import { userRoles, visibilities } from "@mainstay/domain/user/user-role";
import { App, Button, Dropdown, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAskConflict } from "../../../components/ask-conflict.tsx";
import { Icon } from "../../../components/icon.tsx";
import { call } from "../../../lib/call.ts";
import { useNotice } from "../../../lib/notice.tsx";
import { isProblem } from "../../../lib/problem.ts";
import { useAct } from "../../../lib/query.ts";
import styles from "../setting-list.module.css";
import { UserSessionsDialog } from "./user-sessions-dialog.tsx";
import { LinkDialog } from "./link-dialog.tsx";

/** One colleague: role, scope and department change in place and take effect at once. */
export const UserItem = ({
  user,
  departmentNames,
}: {
  user: UserView;
  /** Every department by id, in the order of the tree. */
  departmentNames: ReadonlyMap<string, string>;
}) => {
  const { t } = useTranslation();
  const { modal } = App.useApp();
  const notice = useNotice();
  const askConflict = useAskConflict();
  const [hasLink, setHasLink] = useState(false);
  const changed = {
    refresh: [users.list, departments.list],
    onSuccess: () => notice.done(t("setting.users.changed", { name: user.name })),
    onError: notice.refused,
  };
  const edit = useAct(users.edit, { ...changed, onError: undefined });
  const deactivate = useAct(users.deactivate, changed);
  const reactivate = useAct(users.reactivate, changed);
  const inviteAgain = useAct(users.inviteAgain, {
    onSuccess: () => setHasLink(true),
    onError: notice.refused,
  });
  const [seesSessions, setSeesSessions] = useState(false);
  const unlock = useAct(users.unlock, {
    ...changed,
    onSuccess: () => notice.done(t("guard.ofUser.unlocked", { name: user.name })),
  });
  const reset = useAct(users.resetSecondFactor, {
    ...changed,
    onSuccess: () => notice.done(t("guard.ofUser.resetDone", { name: user.name })),
  });
  const params = { userId: user.id };
  const at = { params, ifMatch: user.version };
  const change = async (
    wish: Partial<Pick<UserView, "role" | "visibility">> & {
      departmentId?: string | null;
    },
    ifMatch: number,
  ) => {
    try {
      await edit.mutateAsync({ params, ifMatch, body: wish });
    } catch (error) {
      if (!isProblem(error, "request.version_conflict")) return notice.refused(error);
      const theirs = await call(users.get, { params });
      const wanted = { ...theirs, ...wish };
      const nameOf = (id: string | null | undefined) =>
        departmentNames.get(id ?? "") ?? t("department.none");
      const isMine = await askConflict(theirs.name, [
        {
          label: t("setting.users.role"),
          theirs: t(`glossary.role.${theirs.role}`),
          mine: t(`glossary.role.${wanted.role}`),
        },
        {
          label: t("setting.users.visibility"),
          theirs: t(`glossary.visibility.${theirs.visibility}`),
          mine: t(`glossary.visibility.${wanted.visibility}`),
        },
        {
          label: t("department.of"),
          theirs: theirs.department?.name ?? t("department.none"),
          mine: nameOf(wish.departmentId === undefined ? theirs.department?.id : wish.departmentId),
        },
      ]);
      if (isMine) await change(wish, theirs.version);
    }
  };
  const askDeactivate = () =>
    void modal.confirm({
      title: t("setting.users.deactivateAsk", { name: user.name }),
      okText: t("setting.users.deactivate"),
      okButtonProps: { danger: true },
      onOk: () => deactivate.mutate(at),
    });
  const askReset = () =>
    void modal.confirm({
      title: t("guard.ofUser.reset"),
      content: t("guard.ofUser.resetAsk", { name: user.name }),
      okText: t("guard.ofUser.reset"),
      okButtonProps: { danger: true },
      onOk: () => reset.mutate({ params }),
    });
  const isInactive = user.status === "inactive";
  const items = [
    ...(user.can.invite
      ? [
          {
            key: "link",
            label: t("setting.users.newLink"),
            onClick: () => inviteAgain.mutate({ params: { userId: user.id } }),
          },
        ]
      : []),
    ...(user.can.unlock
      ? [
          {
            key: "unlock",
            label: t("guard.ofUser.unlock"),
            onClick: () => unlock.mutate({ params }),
          },
        ]
      : []),
    ...(user.can.endSessions
      ? [
          {
            key: "sessions",
            label: t("guard.ofUser.sessions"),
            onClick: () => setSeesSessions(true),
          },
        ]
      : []),
    ...(user.can.resetSecondFactor
      ? [{ key: "reset", label: t("guard.ofUser.reset"), onClick: askReset }]
      : []),
    ...(user.can.deactivate && !isInactive
      ? [{ key: "off", label: t("setting.users.deactivate"), onClick: askDeactivate }]
      : []),
    ...(user.can.edit && isInactive
      ? [
          {
            key: "on",
            label: t("setting.users.reactivate"),
            onClick: () => reactivate.mutate(at),
          },
        ]
      : []),
  ];
  return (
    <li className={styles["item"]}>
      <div className={styles["words"]}>
        <span className={styles["name"]}>{user.name}</span>
        <span className="muted">
          {user.email}
          {user.status !== "active" && ` · ${t(`setting.users.statusName.${user.status}`)}`}
          {user.isLockedOut && ` · ${t("setting.users.lockedOut")}`}
          {user.guard?.hasSecondFactor && ` · ${t("guard.ofUser.hasSecondFactor")}`}
          {user.guard !== null &&
            user.guard.passkeys > 0 &&
            ` · ${t("guard.ofUser.passkeys", { count: user.guard.passkeys })}`}
        </span>
      </div>
      {user.can.edit && !isInactive ? (
        <>
          <Select
            size="small"
            variant="filled"
            popupMatchSelectWidth={false}
            aria-label={`${t("setting.users.role")} · ${user.name}`}
            value={user.role}
            onChange={(role) => void change({ role }, user.version)}
            options={userRoles.map((value) => ({ value, label: t(`glossary.role.${value}`) }))}
          />
          <Select
            size="small"
            variant="filled"
            popupMatchSelectWidth={false}
            aria-label={`${t("setting.users.visibility")} · ${user.name}`}
            value={user.visibility}
            onChange={(visibility) => void change({ visibility }, user.version)}
            options={visibilities.map((value) => ({
              value,
              label: t(`glossary.visibility.${value}`),
            }))}
          />
          {departmentNames.size > 0 && (
            <Select
              size="small"
              variant="filled"
              popupMatchSelectWidth={false}
              aria-label={`${t("department.of")} · ${user.name}`}
              value={user.department?.id ?? ""}
              labelRender={() => user.department?.name ?? t("department.none")}
              onChange={(id) => void change({ departmentId: id === "" ? null : id }, user.version)}
              options={[
                { value: "", label: t("department.none") },
                ...[...departmentNames].map(([value, label]) => ({ value, label })),
              ]}
            />
          )}
        </>
      ) : (
        <span className={styles["aside"]}>
          {t(`glossary.role.${user.role}`)} · {t(`glossary.visibility.${user.visibility}`)}
          {user.department !== null && ` · ${user.department.name}`}
        </span>
      )}
      {items.length > 0 && (
        <Dropdown trigger={["click"]} menu={{ items }}>
          <Button
            size="small"
            type="text"
            icon={<Icon name="more" />}
            aria-label={`${t("app.more")} · ${user.name}`}
          />
        </Dropdown>
      )}
      {seesSessions && <UserSessionsDialog user={user} onClose={() => setSeesSessions(false)} />}
      {hasLink && inviteAgain.data && (
        <LinkDialog invitation={inviteAgain.data} onClose={() => setHasLink(false)} />
      )}
    </li>
  );
};
