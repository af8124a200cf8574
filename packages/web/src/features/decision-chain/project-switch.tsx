import type { DecisionChain } from "@mainstay/contract/decision-chain";
import { Button, Dropdown, Select } from "antd";
import { Suspense, lazy, useState } from "react";
import { useTranslation } from "react-i18next";
import { Icon } from "../../components/icon.tsx";
import styles from "./chain-screen.module.css";

const NameDialog = lazy(() =>
  import("./project-dialogs.tsx").then((m) => ({ default: m.ProjectNameDialog })),
);
const EndDialog = lazy(() =>
  import("./project-dialogs.tsx").then((m) => ({ default: m.EndProjectDialog })),
);

/** Which project's chain is looked at; adds, renames and ends projects. */
export const ProjectSwitch = ({
  chain,
  onSwitch,
}: {
  chain: DecisionChain;
  onSwitch: (projectId: string | undefined) => void;
}) => {
  const { t } = useTranslation();
  const [open, setOpen] = useState<"add" | "rename" | "end" | null>(null);
  const project = chain.projects.find(({ id }) => id === chain.projectId);
  const items = [
    ...(project?.can.rename ? [{ key: "rename" as const, label: t("chain.renameProject") }] : []),
    ...(project?.can.end ? [{ key: "end" as const, label: t("chain.endProject") }] : []),
    ...(chain.can.addProject ? [{ key: "add" as const, label: t("chain.addProject") }] : []),
  ];
  const close = () => setOpen(null);
  return (
    <span className={styles["switch"]}>
      <Select
        aria-label={t("chain.project")}
        className={styles["project"] ?? ""}
        popupMatchSelectWidth={false}
        value={chain.projectId ?? ""}
        onChange={(id: string) => onSwitch(id === "" ? undefined : id)}
        options={[
          { value: "", label: t("chain.allProjects") },
          ...chain.projects.map(({ id, name, status }) => ({
            value: id,
            label:
              status === "open"
                ? name
                : t("app.named", { name, also: t(`glossary.projectStatus.${status}`) }),
          })),
        ]}
      />
      {items.length > 0 && (
        <Dropdown
          trigger={["click"]}
          placement="bottomRight"
          menu={{ items: items.map((item) => ({ ...item, onClick: () => setOpen(item.key) })) }}
        >
          <Button
            icon={<Icon name="more" />}
            aria-haspopup="menu"
            aria-label={`${t("app.more")} · ${t("chain.project")}`}
          />
        </Dropdown>
      )}
      <Suspense>
        {(open === "add" || (open === "rename" && project)) && (
          <NameDialog
            accountId={chain.account.id}
            project={open === "rename" ? (project ?? null) : null}
            onAdded={onSwitch}
            onClose={close}
          />
        )}
        {open === "end" && project && (
          <EndDialog project={project} today={chain.today} onClose={close} />
        )}
      </Suspense>
    </span>
  );
};
