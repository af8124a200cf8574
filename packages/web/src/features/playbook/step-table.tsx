import type { PlaybookStepShape } from "@mainstay/contract/playbook";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { Icon } from "../../components/icon.tsx";
import styles from "./playbook.module.css";
import { movedStep } from "./playbook-draft.ts";
import { useInLanguage, useStepWhen } from "./step-when.ts";

/** The steps in their order: what, when, for whom, and by which contact they are done. */
export const StepTable = ({
  steps,
  faulty,
  mayEdit,
  onChange,
  onEdit,
}: {
  steps: readonly PlaybookStepShape[];
  faulty: ReadonlySet<string>;
  mayEdit: boolean;
  onChange: (steps: readonly PlaybookStepShape[]) => void;
  onEdit: (index: number, step: PlaybookStepShape) => void;
}) => {
  const { t } = useTranslation();
  const tell = useInLanguage();
  const when = useStepWhen(steps);
  return (
    <ol className={styles["steps"]}>
      {steps.map((step, index) => {
        const title = tell(step.title);
        return (
          // A key may stand twice while somebody is writing.
          <li
            key={`${step.key}-${index}`}
            className={styles["step"]}
            data-faulty={faulty.has(step.key) || undefined}
          >
            <div className={styles["what"]}>
              <strong>
                {faulty.has(step.key) && <Icon name="warning" size={12} />}
                {title}
              </strong>
              <span className={styles["quiet"]}>{tell(step.why)}</span>
            </div>
            <dl className={styles["facts"]}>
              <div>
                <dt>{t("playbook.column.when")}</dt>
                <dd>{when(step)}</dd>
              </div>
              <div>
                <dt>{t("playbook.column.owner")}</dt>
                <dd>{t(`lifecycle.ownerRole.${step.ownerRole}`)}</dd>
              </div>
              <div>
                <dt>{t("playbook.column.contact")}</dt>
                <dd>
                  {step.contactKinds.length === 0
                    ? t("playbook.noContact")
                    : step.contactKinds
                        .map((kind) => t(`glossary.interactionKind.${kind}`))
                        .join(" / ")}
                </dd>
              </div>
            </dl>
            {mayEdit && (
              <div className={styles["rowActs"]}>
                <Button
                  size="small"
                  type="text"
                  icon={<Icon name="edit" size={14} />}
                  aria-label={t("playbook.edit", { title })}
                  onClick={() => onEdit(index, step)}
                />
                <Button
                  size="small"
                  type="text"
                  disabled={index === 0}
                  icon={
                    <span className={styles["up"]}>
                      <Icon name="down" size={14} />
                    </span>
                  }
                  aria-label={t("playbook.up", { title })}
                  onClick={() => onChange(movedStep(steps, index, -1))}
                />
                <Button
                  size="small"
                  type="text"
                  disabled={index === steps.length - 1}
                  icon={<Icon name="down" size={14} />}
                  aria-label={t("playbook.down", { title })}
                  onClick={() => onChange(movedStep(steps, index, 1))}
                />
                <Button
                  size="small"
                  type="text"
                  icon={<Icon name="close" size={14} />}
                  aria-label={t("playbook.remove", { title })}
                  onClick={() => onChange(steps.filter((_, at) => at !== index))}
                />
              </div>
            )}
          </li>
        );
      })}
    </ol>
  );
};
