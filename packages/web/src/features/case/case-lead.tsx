import type { CaseView } from "@mainstay/contract/case";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { GreenChannelTag, LevelOfCase } from "./case-mark.tsx";
import styles from "./case-page.module.css";
import { useCaseWords } from "./use-case-words.ts";

/** Whose case it is, of which kind, how grave, and how it reached us. */
export const CaseLead = ({ view }: { view: CaseView }) => {
  const { t } = useTranslation();
  const words = useCaseWords();
  return (
    <span className={styles["lead"]}>
      <Link to="/accounts/$accountId" params={{ accountId: view.account.id }}>
        {view.account.name}
      </Link>
      {view.person !== null && (
        <Link to="/people/$personId" params={{ personId: view.person.id }}>
          {view.person.name}
        </Link>
      )}
      <span>{t(`case.kind.${view.kind}`)}</span>
      <LevelOfCase level={view.level} />
      {view.isGreenChannel && <GreenChannelTag />}
      <span>
        {t(`case.channel.${view.channel}`)} · {words.at(view.openedAt)}
      </span>
      {view.source !== null && view.source.kind !== "incoming_message" && (
        <span>{t(`case.source.${view.source.kind}`)}</span>
      )}
    </span>
  );
};
