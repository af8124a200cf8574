import type { PlaybookStepShape, PlaybookView } from "@mainstay/contract/playbook";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { Instant } from "../../components/day.tsx";
import styles from "./playbook.module.css";
import { useInLanguage, useStepWhen } from "./step-when.ts";

/** Every version: when, by whom, why, and how many accounts still run it; an old one can be taken as a draft. */
export const PlaybookHistory = ({
  playbook,
  onTake,
}: {
  playbook: PlaybookView;
  onTake: ((steps: readonly PlaybookStepShape[]) => void) | null;
}) => {
  const { t } = useTranslation();
  return (
    <section aria-labelledby="playbook-versions">
      <h2 id="playbook-versions">{t("playbook.history.title")}</h2>
      <ul className={styles["versions"]}>
        {playbook.versions.map((one) => (
          <li key={one.version} className={styles["versionRow"]}>
            <div className={styles["what"]}>
              <p>
                <strong>{t("playbook.history.version", { version: one.version })}</strong>{" "}
                {one.version === playbook.version && `${t("playbook.history.inForce")} `}
                <span className={styles["quiet"]}>
                  {one.publishedBy === null ? (
                    t("playbook.shipped")
                  ) : (
                    <>
                      {t("playbook.publishedBy", { name: one.publishedBy.name })}{" "}
                      <Instant at={one.publishedAt} />
                    </>
                  )}
                  {" · "}
                  {t("playbook.history.running", { count: one.running })}
                </span>
              </p>
              {one.note !== "" && <p>{one.note}</p>}
              {one.version !== playbook.version && <OldSteps steps={one.steps} />}
            </div>
            {onTake !== null && one.version !== playbook.version && (
              <Button size="small" type="text" onClick={() => onTake(one.steps)}>
                {t("playbook.history.take")}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
};

const OldSteps = ({ steps }: { steps: readonly PlaybookStepShape[] }) => {
  const { t } = useTranslation();
  const tell = useInLanguage();
  const when = useStepWhen(steps);
  return (
    <details>
      <summary>{t("playbook.history.look")}</summary>
      <ol className={styles["old"]}>
        {steps.map((step) => (
          <li key={step.key}>
            {tell(step.title)} <span className={styles["quiet"]}>{when(step)}</span>
          </li>
        ))}
      </ol>
    </details>
  );
};
