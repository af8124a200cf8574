import type { UserView } from "@mainstay/contract/user";
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
import { LinkDialog } from "./link-dialog.tsx";

/** One colleague: role and scope change in place and take effect at once. */
export const UserItem = ({ user }: { user: UserView }) => {
  const { t } = useTranslation();
  const { modal } = App.useApp();
  const notice = useNotice();
  const askConflict = useAskConflict();
  const [hasLink, setHasLink] = useState(false);
  const changed = {
    refresh: [users.list],
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
  const params = { userId: user.id };
  const at = { params, ifMatch: user.version };
  const change = async (wish: Partial<Pick<UserView, "role" | "visibility">>, ifMatch: number) => {
    try {
      await edit.mutateAsync({ params, ifMatch, body: wish });
    } catch (error) {
      if (!isProblem(error, "request.version_conflict")) return notice.refused(error);
      const theirs = await call(users.get, { params });
      const wanted = { ...theirs, ...wish };
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
        </>
      ) : (
        <span className={styles["aside"]}>
          {t(`glossary.role.${user.role}`)} · {t(`glossary.visibility.${user.visibility}`)}
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
      {hasLink && inviteAgain.data && (
        <LinkDialog invitation={inviteAgain.data} onClose={() => setHasLink(false)} />
      )}
    </li>
  );
};
