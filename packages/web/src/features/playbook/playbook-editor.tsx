import type { PlaybookStepShape, PlaybookView } from "@mainstay/contract/playbook";
import { findPlaybookFaults } from "@mainstay/domain/playbook/playbook-faults";
import { tellPlaybookFault } from "@mainstay/phrases/playbook/fault-words";
import { Button } from "antd";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { Instant } from "../../components/day.tsx";
import { Icon } from "../../components/icon.tsx";
import { usePreferences } from "../../lib/preferences.ts";
import styles from "./playbook.module.css";
import { emptyStep, usePlaybookDraft } from "./playbook-draft.ts";
import { PlaybookFile } from "./playbook-file.tsx";
import { PlaybookHistory } from "./playbook-history.tsx";
import { PreviewPanel } from "./preview-panel.tsx";
import { PublishPlaybookDialog } from "./publish-playbook-dialog.tsx";
import { StepDialog } from "./step-dialog.tsx";
import { StepTable } from "./step-table.tsx";

type Open = { kind: "step"; index: number; step: PlaybookStepShape } | { kind: "publish" } | null;

/** One playbook: read by everybody, written by directors and administrators. */
export const PlaybookEditor = ({ playbook }: { playbook: PlaybookView }) => {
  const { t } = useTranslation();
  const { locale } = usePreferences();
  const draft = usePlaybookDraft(playbook);
  const [open, setOpen] = useState<Open>(null);
  const { steps, isChanged, baseVersion } = draft;
  const faults = useMemo(() => findPlaybookFaults(steps), [steps]);
  const current = playbook.versions[0];
  const mayEdit = playbook.can.edit;
  const isOvertaken = isChanged && baseVersion !== playbook.version;
  const close = () => setOpen(null);
  return (
    <div className={styles["parts"]}>
      <div className={styles["state"]}>
        <p>
          <strong>{t("playbook.inForce", { version: playbook.version })}</strong>{" "}
          <span className={styles["quiet"]}>
            {current?.publishedBy
              ? t("playbook.publishedBy", { name: current.publishedBy.name })
              : t("playbook.shipped")}
            {current?.publishedBy && current.publishedAt !== null && (
              <>
                {" · "}
                <Instant at={current.publishedAt} />
              </>
            )}
            {" · "}
            {t("playbook.running", {
              count: playbook.versions.reduce((sum, { running }) => sum + running, 0),
            })}
          </span>
        </p>
        {!mayEdit && <p className={styles["quiet"]}>{t("playbook.readOnly")}</p>}
        {isChanged && (
          <div className={styles["draft"]} role="status">
            <span>
              {isOvertaken
                ? t("playbook.draftOld", { version: playbook.version, base: baseVersion })
                : t("playbook.draft")}
            </span>
            <div className={styles["acts"]}>
              <Button onClick={draft.reset}>{t("playbook.discard")}</Button>
              <Button
                type="primary"
                disabled={faults.length > 0 || isOvertaken}
                onClick={() => setOpen({ kind: "publish" })}
              >
                {t("playbook.publish")}
              </Button>
            </div>
          </div>
        )}
        {isChanged && (
          <div className={styles["faults"]} data-bad={faults.length > 0 || undefined} role="status">
            {faults.length === 0 ? (
              t("playbook.noFaults")
            ) : (
              <>
                <strong>{t("playbook.faults")}</strong>
                <ul>
                  {faults.map((fault) => (
                    <li key={fault.code}>{tellPlaybookFault(fault, steps, locale)}</li>
                  ))}
                </ul>
              </>
            )}
          </div>
        )}
      </div>
      <section aria-labelledby="playbook-steps">
        <div className={styles["head"]}>
          <h2 id="playbook-steps">{t("playbook.list")}</h2>
          <span className={styles["quiet"]}>{t("playbook.steps", { count: steps.length })}</span>
          <div className={styles["acts"]}>
            <PlaybookFile stage={playbook.stage} draft={draft} mayEdit={mayEdit} />
            {mayEdit && (
              <Button
                size="small"
                icon={<Icon name="plus" size={12} />}
                onClick={() =>
                  setOpen({ kind: "step", index: steps.length, step: emptyStep(steps) })
                }
              >
                {t("playbook.add")}
              </Button>
            )}
          </div>
        </div>
        <StepTable
          steps={steps}
          faulty={new Set(faults.flatMap((fault) => fault.steps))}
          mayEdit={mayEdit}
          onChange={draft.change}
          onEdit={(index, step) => setOpen({ kind: "step", index, step })}
        />
      </section>
      <PreviewPanel stage={playbook.stage} steps={steps} isBlocked={faults.length > 0} />
      <PlaybookHistory playbook={playbook} onTake={mayEdit ? draft.change : null} />
      {open?.kind === "step" && (
        <StepDialog
          step={open.step}
          others={steps.filter((_, index) => index !== open.index)}
          isNew={open.index === steps.length}
          onClose={close}
          onSave={(step) => {
            const next = [...steps];
            next[open.index] = step;
            draft.change(next);
            close();
          }}
        />
      )}
      {open?.kind === "publish" && (
        <PublishPlaybookDialog playbook={playbook} draft={draft} onClose={close} />
      )}
    </div>
  );
};
