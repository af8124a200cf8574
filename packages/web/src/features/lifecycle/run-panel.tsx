import type { PlaybookRunView } from "@mainstay/contract/lifecycle";
import type { IsoDay } from "@mainstay/domain/calendar/day-number";
import { Button, Tooltip } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ProgressBar } from "../../components/progress-bar.tsx";
import styles from "./lifecycle.module.css";
import { StepRow } from "./step-row.tsx";

/** How many steps are shown before somebody asks for the rest. */
const nearSteps = 8;

/** The playbook at work: how far it is, which version, what is next; finished steps behind a touch. */
export const RunPanel = ({ run, today }: { run: PlaybookRunView; today: IsoDay }) => {
  const { t } = useTranslation();
  const [isAll, setAll] = useState(false);
  const [isPastShown, setPastShown] = useState(false);
  const open = run.steps.filter(({ state }) => state === "open" || state === "waiting");
  const finished = run.steps.filter(({ state }) => state === "done" || state === "dropped");
  const shown = isAll ? open : open.slice(0, nearSteps);
  const isOlder = run.version < run.currentVersion;
  const version = t(isOlder ? "lifecycle.run.versionOlder" : "lifecycle.run.version", {
    version: run.version,
    current: run.currentVersion,
  });
  return (
    <div className={styles["run"]}>
      <div className={styles["runHead"]}>
        <h3>{t("lifecycle.run.title", { stage: t(`glossary.stage.${run.stage}`) })}</h3>
        <p className={styles["about"]}>
          {run.status === "running" && t("lifecycle.run.started", { on: run.startedOn })}
          {run.status === "done" && t("lifecycle.run.done", { on: run.endedOn ?? run.startedOn })}
          {run.status === "stopped" &&
            t("lifecycle.run.stopped", { on: run.endedOn ?? run.startedOn })}
          {" · "}
          {isOlder ? (
            <Tooltip title={t("lifecycle.run.versionOlderWhy")}>
              {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what the tooltip says must be reached by keyboard. */}
              <span className={styles["older"]} tabIndex={0}>
                {version}
              </span>
            </Tooltip>
          ) : (
            version
          )}
        </p>
      </div>
      <ProgressBar
        label={t("lifecycle.run.progress")}
        done={finished.length}
        total={run.steps.length}
      />
      {open.length === 0 ? (
        <p className="muted">{t("lifecycle.run.none")}</p>
      ) : (
        <ul className={styles["steps"]}>
          {shown.map((step) => (
            <StepRow key={step.key} step={step} today={today} />
          ))}
        </ul>
      )}
      <div className={styles["acts"]}>
        {open.length > nearSteps && (
          <Button size="small" type="text" onClick={() => setAll(!isAll)}>
            {isAll
              ? t("lifecycle.run.fewer")
              : t("lifecycle.run.all", { count: open.length - nearSteps })}
          </Button>
        )}
        {finished.length > 0 && (
          <Button
            size="small"
            type="text"
            aria-expanded={isPastShown}
            onClick={() => setPastShown(!isPastShown)}
          >
            {isPastShown
              ? t("lifecycle.run.hideFinished")
              : t("lifecycle.run.finished", { count: finished.length })}
          </Button>
        )}
      </div>
      {isPastShown && (
        <ul className={styles["steps"]}>
          {finished.toReversed().map((step) => (
            <StepRow key={step.key} step={step} today={today} />
          ))}
        </ul>
      )}
    </div>
  );
};
