import type { RoundView } from "@mainstay/contract/survey-round";
import { useTranslation } from "react-i18next";
import styles from "./survey.module.css";

interface Slice {
  readonly key: string;
  readonly name: string;
  readonly asked: number;
  readonly answered: number;
}

const shown = 8;

const SliceList = ({ title, slices }: { title: string; slices: readonly Slice[] }) => {
  const { t } = useTranslation();
  if (slices.length === 0) return null;
  return (
    <div>
      <h2>{title}</h2>
      {slices.slice(0, shown).map(({ key, name, asked, answered }) => (
        <div key={key} className={styles["slice"]}>
          <span title={name}>{name}</span>
          <div className={styles["track"]}>
            <div style={{ width: `${(answered / asked) * 100}%` }} />
          </div>
          <span className="numeric">{t("survey.round.slice", { asked, answered })}</span>
        </div>
      ))}
    </div>
  );
};

/** Answered of asked, by segment, by their department, by account; n stands beside every bar. */
export const RoundSlices = ({ round }: { round: RoundView }) => {
  const { t } = useTranslation();
  const unknown = t("survey.round.unknown");
  return (
    <div className={styles["slices"]}>
      <SliceList
        title={t("survey.round.bySegment")}
        slices={round.bySegment.map(({ segment, ...rest }) => ({
          key: segment ?? "",
          name: segment ? t(`glossary.segment.${segment}`) : unknown,
          ...rest,
        }))}
      />
      <SliceList
        title={t("survey.round.byDepartment")}
        slices={round.byDepartment.map(({ department, ...rest }) => ({
          key: department ?? "",
          name: department ?? unknown,
          ...rest,
        }))}
      />
      <SliceList
        title={t("survey.round.byAccount")}
        slices={round.byAccount.map(({ account, ...rest }) => ({
          key: account.id,
          name: account.name,
          ...rest,
        }))}
      />
    </div>
  );
};
