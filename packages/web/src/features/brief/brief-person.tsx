import type { BriefPerson } from "@mainstay/contract/brief";
import { adviceForStyle } from "@mainstay/domain/behaviour-style/style-advice";
import { pairLevelNames } from "@mainstay/domain/pair-level/pair-level";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { StanceMark } from "../decision-chain/stance-mark.tsx";
import styles from "./brief-screen.module.css";

/** One person of the meeting: where they stand, how to meet them, what to bring. */
export const BriefPersonRow = ({
  person,
  profileHidden,
}: {
  person: BriefPerson;
  profileHidden: boolean;
}) => {
  const { t } = useTranslation();
  const advice = person.style === null ? null : adviceForStyle(person.style);
  const list = (words: readonly string[]) => words.join(t("brief.comma"));
  return (
    <li className={styles["person"]}>
      <div className={styles["who"]}>
        <Link to="/people/$personId" params={{ personId: person.personId }}>
          {person.name}
        </Link>
        <span className="muted">
          {[person.title, person.department].filter(Boolean).join(" · ")}
        </span>
        {person.role !== null && (
          <span className={styles["role"]}>{t(`glossary.buyingRole.${person.role}`)}</span>
        )}
        {!profileHidden && !person.isPlaceholder && (
          <StanceMark
            stance={person.stance?.value ?? null}
            isStale={person.stance?.isStale ?? false}
          />
        )}
      </div>
      <div className={styles["how"]}>
        {person.play !== null && (
          <span>
            <b>{t(`chain.play.${person.play}`)}</b> {t(`chain.playHow.${person.play}`)}
          </span>
        )}
        {person.style !== null && advice !== null && (
          <span>
            <b>{t(`glossary.behaviourStyle.${person.style}`)}</b> {t("brief.dos")}{" "}
            {list(advice.dos.map((one) => t(`chain.styleDo.${one}`)))} · {t("brief.donts")}{" "}
            {list(advice.donts.map((one) => t(`chain.styleDont.${one}`)))}
          </span>
        )}
        <span>
          <b>{t("brief.bring")}</b> {t(`brief.material.${person.material}`)}
        </span>
        <span className="muted">
          {person.lastContactOn === null
            ? t("brief.neverMet")
            : t("brief.lastContact", { on: person.lastContactOn })}
          {person.pair !== null &&
            ` · ${t("brief.pair", {
              user: person.pair.userName,
              level: t(
                `glossary.pairLevel.${pairLevelNames[person.pair.current - 1] ?? "no_contact"}`,
              ),
            })}`}
        </span>
      </div>
    </li>
  );
};
