import type { LifecycleStage } from "@mainstay/domain/lifecycle/lifecycle-stage";
import { Button } from "antd";
import { useRef } from "react";
import { useTranslation } from "react-i18next";
import { useNotice } from "../../lib/notice.tsx";
import styles from "./playbook.module.css";
import { type PlaybookDraft, readStepsFile } from "./playbook-draft.ts";

/** The steps as a JSON file, out and in again as a draft. */
export const PlaybookFile = ({
  stage,
  draft,
  mayEdit,
}: {
  stage: LifecycleStage;
  draft: PlaybookDraft;
  mayEdit: boolean;
}) => {
  const { t } = useTranslation();
  const notice = useNotice();
  const input = useRef<HTMLInputElement>(null);
  const save = () => {
    const text = JSON.stringify(draft.steps, null, 2);
    const url = URL.createObjectURL(new Blob([text], { type: "application/json" }));
    const link = document.createElement("a");
    link.href = url;
    link.download = `playbook-${stage}.json`;
    link.click();
    URL.revokeObjectURL(url);
  };
  const open = async (file: File) => {
    const steps = readStepsFile(await file.text());
    if (steps === null) {
      notice.refused(new Error(t("playbook.file.bad")));
      return;
    }
    draft.change(steps);
    notice.done(t("playbook.file.taken"));
  };
  return (
    <>
      <Button size="small" type="text" onClick={save}>
        {t("playbook.file.save")}
      </Button>
      {mayEdit && (
        <>
          <Button size="small" type="text" onClick={() => input.current?.click()}>
            {t("playbook.file.open")}
          </Button>
          <input
            ref={input}
            type="file"
            accept="application/json,.json"
            className={styles["file"]}
            aria-label={t("playbook.file.open")}
            tabIndex={-1}
            onChange={(event) => {
              const [file] = event.target.files ?? [];
              if (file) void open(file);
              event.target.value = "";
            }}
          />
        </>
      )}
    </>
  );
};
