import { App } from "antd";
import { useTranslation } from "react-i18next";
import type { ConflictField } from "./conflict-versions.tsx";
import { ConflictVersions } from "./conflict-versions.tsx";

/**
 * For an act on a row that may be gone from the screen when the server refuses it: shows both versions and lets the reader
 * choose. Answers whether mine stays; closing it takes theirs.
 */
export const useAskConflict = () => {
  const { modal } = App.useApp();
  const { t } = useTranslation();
  return (about: string, fields: readonly ConflictField[]): Promise<boolean> =>
    new Promise((choose) => {
      modal.confirm({
        icon: null,
        width: 480,
        title: `${t("state.conflict")} · ${about}`,
        content: <ConflictVersions fields={fields} />,
        okText: t("state.keepMine"),
        cancelText: t("state.takeTheirs"),
        onOk: () => choose(true),
        onCancel: () => choose(false),
      });
    });
};
