import { type ProjectView, projects } from "@mainstay/contract/project";
import type { IsoDay } from "@mainstay/domain/calendar/day-number";
import { type ProjectEnd, projectEnds } from "@mainstay/domain/project/project-status";
import { Input, Modal, Radio } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { DayField } from "../../components/day-field.tsx";
import { FormProblem } from "../../components/form-problem.tsx";
import { useNotice } from "../../lib/notice.tsx";
import { useAct } from "../../lib/query.ts";
import { staleAfterChainChange } from "./chain-acts.ts";
import styles from "./guided-dialog.module.css";

/** The name of a new project, or another name for one. */
export const ProjectNameDialog = ({
  accountId,
  project,
  onAdded,
  onClose,
}: {
  accountId: string;
  project: ProjectView | null;
  onAdded: (projectId: string) => void;
  onClose: () => void;
}) => {
  const { t } = useTranslation();
  const notice = useNotice();
  const [name, setName] = useState(project?.name ?? "");
  const [key] = useState(() => crypto.randomUUID());
  const add = useAct(projects.add, {
    refresh: staleAfterChainChange,
    onSuccess: (added) => {
      onClose();
      onAdded(added.id);
      notice.done(t("chain.projectAdded", { name: added.name }));
    },
  });
  const rename = useAct(projects.rename, {
    refresh: staleAfterChainChange,
    onSuccess: (renamed) => {
      onClose();
      notice.done(t("chain.projectRenamed", { name: renamed.name }));
    },
  });
  const save = () => {
    const body = { name: name.trim() };
    if (body.name === "") return;
    if (project === null) add.mutate({ params: { accountId }, body, idempotencyKey: key });
    else rename.mutate({ params: { projectId: project.id }, ifMatch: project.version, body });
  };
  return (
    <Modal
      open
      title={project === null ? t("chain.addProject") : t("chain.renameProject")}
      okText={t("app.save")}
      okButtonProps={{ disabled: name.trim() === "", loading: add.isPending || rename.isPending }}
      onOk={save}
      onCancel={onClose}
      width={400}
    >
      <Input
        autoFocus
        aria-label={t("chain.projectName")}
        placeholder={t("chain.projectName")}
        maxLength={100}
        value={name}
        onChange={(event) => setName(event.target.value)}
        onPressEnter={save}
      />
      <FormProblem error={add.error ?? rename.error} />
    </Modal>
  );
};

/** How a project ended, and when. */
export const EndProjectDialog = ({
  project,
  today,
  onClose,
}: {
  project: ProjectView;
  today: IsoDay;
  onClose: () => void;
}) => {
  const { t } = useTranslation();
  const notice = useNotice();
  const [status, setStatus] = useState<ProjectEnd | null>(null);
  const [endedOn, setEndedOn] = useState<IsoDay>(today);
  const end = useAct(projects.end, {
    refresh: staleAfterChainChange,
    onSuccess: ({ name }) => {
      onClose();
      notice.done(t("chain.projectEnded", { name }));
    },
  });
  return (
    <Modal
      open
      title={t("chain.endProjectTitle", { name: project.name })}
      okText={t("chain.endProject")}
      okButtonProps={{ disabled: status === null, loading: end.isPending }}
      onOk={() =>
        status !== null &&
        end.mutate({
          params: { projectId: project.id },
          ifMatch: project.version,
          body: { status, endedOn },
        })
      }
      onCancel={onClose}
      width={400}
    >
      <div className={styles["verdict"]}>
        <Radio.Group
          aria-label={t("chain.endProjectTitle", { name: project.name })}
          value={status}
          onChange={(event) => setStatus(event.target.value as ProjectEnd)}
          options={projectEnds.map((value) => ({
            value,
            label: t(`glossary.projectStatus.${value}`),
          }))}
        />
        <label className={styles["field"]} htmlFor="project-ended-on">
          {t("chain.endedOn")}
          <DayField
            id="project-ended-on"
            value={endedOn}
            latest={today}
            onChange={(day) => setEndedOn(day ?? today)}
          />
        </label>
        <FormProblem error={end.error} />
      </div>
    </Modal>
  );
};
