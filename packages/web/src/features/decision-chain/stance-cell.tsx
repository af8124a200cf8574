import type { ChainPerson } from "@mainstay/contract/decision-chain";
import type { IsoDay } from "@mainstay/domain/calendar/day-number";
import { formatShortDay } from "@mainstay/phrases/format/format-day";
import { useTranslation } from "react-i18next";
import { usePreferences } from "../../lib/preferences.ts";
import { StanceMark } from "./stance-mark.tsx";
import styles from "./chain-table.module.css";

/** A stance with who said so and when; what others say where they differ; a request to renew where it is old. */
export const StanceCell = ({ person, today }: { person: ChainPerson; today: IsoDay }) => {
  const { t } = useTranslation();
  const { locale } = usePreferences();
  const { stance, disagreement } = person;
  if (person.noProfiling || person.isRestricted || person.isPlaceholder)
    return <span className="muted">—</span>;
  const by = (assessor: { name: string } | null) => assessor?.name ?? t("chain.formerColleague");
  return (
    <>
      <StanceMark stance={stance?.stance ?? null} isStale={stance?.isStale ?? false} />
      {stance !== null && (
        <span className={styles["small"]}>
          {by(stance.assessor)} · {formatShortDay(stance.assessedOn, locale, today)}
          {stance.isDefault && ` · ${t("chain.defaultRole")}`}
        </span>
      )}
      {stance?.isStale === true && <span className={styles["note"]}>{t("chain.stale")}</span>}
      {disagreement.length > 0 && (
        <span className={styles["note"]}>
          {t("chain.disagreement")}
          {disagreement.map((one) => (
            <span key={one.id} className={styles["voice"]}>
              {t("chain.disagreementWho", {
                name: by(one.assessor),
                stance: t(`glossary.stance.${one.stance}`),
                on: one.assessedOn,
              })}
            </span>
          ))}
        </span>
      )}
    </>
  );
};
