import { Link } from "@tanstack/react-router";
import { Popover } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Icon } from "../../components/icon.tsx";
import { useSession, useSignOut } from "../../lib/session.ts";
import { PreferenceSwitches } from "../../components/preference-switches.tsx";
import styles from "./shell.module.css";

/** Who I am, how I like to read, and the way out. */
export const UserMenu = () => {
  const { t } = useTranslation();
  const { user } = useSession();
  const [open, setOpen] = useState(false);
  const signOut = useSignOut();
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      trigger="click"
      placement="topLeft"
      arrow={false}
      content={
        <div className={styles["menu"]}>
          <div>
            <div className={styles["menuName"]}>{user.name}</div>
            <div className="muted">{user.email}</div>
          </div>
          <PreferenceSwitches />
          <Link to="/approvals" className={styles["menuItem"]} onClick={() => setOpen(false)}>
            <Icon name="task" />
            {t("app.approvals")}
          </Link>
          <Link to="/settings/me" className={styles["menuItem"]} onClick={() => setOpen(false)}>
            <Icon name="user" />
            {t("app.mySettings")}
          </Link>
          <button type="button" className={styles["menuItem"]} onClick={signOut}>
            <Icon name="signOut" />
            {t("app.signOut")}
          </button>
        </div>
      }
    >
      <button
        type="button"
        className={styles["user"]}
        aria-haspopup="dialog"
        aria-expanded={open}
        aria-label={`${t("app.menu")} · ${user.name}`}
      >
        <span className={styles["avatar"]} aria-hidden="true">
          {user.name.slice(0, 1).toUpperCase()}
        </span>
        <span className={styles["userWords"]}>
          <span className={styles["userName"]}>{user.name}</span>
          <span className={styles["userRole"]}>{t(`glossary.role.${user.role}`)}</span>
        </span>
      </button>
    </Popover>
  );
};
