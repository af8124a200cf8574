import type { CaseView } from "@mainstay/contract/case";
import { useTranslation } from "react-i18next";
import { CaseBlock } from "./case-block.tsx";
import styles from "./case-page.module.css";
import { useCaseWords } from "./use-case-words.ts";

/** When the clocks stood still, why, and who of theirs agreed to it. */
export const CasePauses = ({ view }: { view: CaseView }) => {
  const { t } = useTranslation();
  const words = useCaseWords();
  return (
    <CaseBlock title={t("case.pauses.title")}>
      <ul className={styles["plain"]}>
        {view.pauses.map((pause) => (
          <li key={pause.id}>
            {t("case.pauses.line", {
              from: words.at(pause.pausedAt),
              to: words.at(pause.endedAt ?? pause.until),
              reason: pause.reason,
            })}
            <div className="muted">
              {t("case.pauses.agreed", {
                name: pause.agreedBy?.name ?? pause.agreedByName,
                via: t(`case.channel.${pause.agreedVia}`),
                at: words.at(pause.agreedAt),
              })}
            </div>
          </li>
        ))}
      </ul>
    </CaseBlock>
  );
};
