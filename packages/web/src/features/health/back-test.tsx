import { type HealthBackTest, healths } from "@mainstay/contract/health";
import { healthBands } from "@mainstay/domain/health/health-band";
import { formatNumber, formatShare } from "@mainstay/phrases/format/format-number";
import { useTranslation } from "react-i18next";
import { ErrorState } from "../../components/error-state.tsx";
import { HealthBandMark } from "../../components/level-mark.tsx";
import { RowSkeleton } from "../../components/skeleton.tsx";
import { useAnswer } from "../../lib/query.ts";
import { LossList } from "./loss-list.tsx";
import styles from "./health-screen.module.css";

/** What health would have said before each loss, how often it warned and how often it cried wolf, with honest counts. */
export const BackTest = () => {
  const { t } = useTranslation();
  const found = useAnswer(healths.backTest, {}, { staleTime: 300_000 });
  return (
    <section aria-labelledby="back-test" className={styles["test"]}>
      <h2 id="back-test">{t("health.backTest.title")}</h2>
      <p className={styles["notes"]}>{t("health.backTest.about")}</p>
      {found.isPending && <RowSkeleton rows={5} />}
      {found.isError && !found.data && (
        <ErrorState error={found.error} onRetry={() => void found.refetch()} />
      )}
      {found.data && <Findings test={found.data} />}
    </section>
  );
};

const Findings = ({ test }: { test: HealthBackTest }) => {
  const { t } = useTranslation();
  const { falseAlarms: alarms } = test;
  return (
    <>
      {test.losses === 0 ? (
        <p>
          <strong>{t("health.backTest.none")}</strong>{" "}
          <span className="muted">{t("health.backTest.noneWhy")}</span>
        </p>
      ) : (
        <>
          <p>
            {t("health.backTest.n", {
              count: test.losses,
              recorded: test.recorded,
              silence: test.bySilence,
            })}
          </p>
          <HitTable leads={test.leads} />
        </>
      )}
      <p>
        <strong>{t("health.backTest.falseTitle")}</strong>{" "}
        {alarms.share === null
          ? t("health.backTest.falseNone", { days: alarms.accountDays })
          : t("health.backTest.falseShare", {
              days: alarms.accountDays,
              warned: alarms.warned,
              wrong: alarms.false,
              share: formatShare(alarms.share),
            })}
      </p>
      <p className={`muted ${styles["notes"]}`}>
        {t("health.backTest.caveat")} {test.withoutStances && t("health.backTest.withoutStances")}{" "}
        {t("health.backTest.learned")}
      </p>
      {test.items.length > 0 && <LossList items={test.items} />}
    </>
  );
};

const HitTable = ({ leads }: { leads: HealthBackTest["leads"] }) => {
  const { t } = useTranslation();
  const counts = (bands: HealthBackTest["leads"][number]["bands"]) => (
    <span className={styles["marks"]}>
      {healthBands
        .filter((band) => bands[band] > 0)
        .map((band) => (
          <span key={band}>
            <HealthBandMark band={band} /> <span className="numeric">{bands[band]}</span>
          </span>
        ))}
    </span>
  );
  return (
    <section
      className={styles["scroll"]}
      aria-label={t("health.backTest.title")}
      // Wider than a phone: it must be possible to move it by keyboard.
      tabIndex={0}
    >
      <table className={styles["table"]}>
        <thead>
          <tr>
            <th scope="col">{t("health.backTest.column.when")}</th>
            <th scope="col">{t("health.backTest.column.n")}</th>
            <th scope="col">{t("health.backTest.column.judged")}</th>
            <th scope="col">{t("health.backTest.column.provisional")}</th>
            <th scope="col" title={t("health.backTest.warnedAbout")}>
              {t("health.backTest.column.warned")}
            </th>
          </tr>
        </thead>
        <tbody>
          {leads.map((one) => (
            <tr key={one.lead}>
              <th scope="row">{t("health.backTest.lead", { days: one.lead })}</th>
              <td className="numeric">{formatNumber(one.n)}</td>
              <td>{counts(one.bands)}</td>
              <td>{counts(one.provisional)}</td>
              <td className="numeric">
                {t("health.backTest.warnedOf", { warned: one.warned, n: one.n })}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
};
