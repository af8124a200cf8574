import { type HealthOverview, healths } from "@mainstay/contract/health";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { EmptyState } from "../../components/empty-state.tsx";
import { ErrorState } from "../../components/error-state.tsx";
import { HealthBandMark } from "../../components/level-mark.tsx";
import { PageHeader, Screen } from "../../components/page-header.tsx";
import { LoadingScreen } from "../../components/skeleton.tsx";
import { useAnswer } from "../../lib/query.ts";
import { BackTest } from "./back-test.tsx";
import styles from "./health-screen.module.css";

/** All accounts in sight by health, who moved, and whether health has been right so far. */
export const HealthScreen = () => {
  const { t } = useTranslation();
  const found = useAnswer(healths.overview, {});
  if (found.isError && !found.data)
    return <ErrorState error={found.error} isScreen onRetry={() => void found.refetch()} />;
  if (!found.data) return <LoadingScreen />;
  const { data } = found;
  const countOf = (band: string) => data.bands.find((one) => one.band === band)?.accounts ?? 0;
  if (data.accounts === 0)
    return (
      <EmptyState isScreen title={t("health.screen.leadNone")} words={t("account.nothingWhy")} />
    );
  return (
    <Screen>
      <PageHeader
        tabTitle={t("health.screen.title")}
        title={t("health.screen.lead", {
          count: data.accounts,
          red: countOf("red"),
          insufficient: countOf("insufficient"),
        })}
        lead={t("health.screen.about")}
      />
      <div className={styles["columns"]}>
        <Bands overview={data} />
        <Movers overview={data} />
      </div>
      <BackTest />
    </Screen>
  );
};

const Bands = ({ overview }: { overview: HealthOverview }) => {
  const { t } = useTranslation();
  return (
    <section aria-labelledby="health-bands">
      <h2 id="health-bands">{t("health.screen.bands")}</h2>
      <ul className={styles["bands"]}>
        {overview.bands.map(({ band, accounts }) => (
          <li key={band}>
            <HealthBandMark band={band} />
            <span className={styles["bar"]} data-band={band} aria-hidden="true">
              <span style={{ width: `${(100 * accounts) / Math.max(1, overview.accounts)}%` }} />
            </span>
            <Link to={`/accounts?health=${band}` as string} className="numeric">
              {t("health.screen.bandCount", { count: accounts })}
            </Link>
          </li>
        ))}
      </ul>
      {overview.unjudged > 0 && (
        <p className="muted">{t("health.screen.unjudged", { count: overview.unjudged })}</p>
      )}
      <p className="muted">{t("health.screen.insufficientWhy")}</p>
    </section>
  );
};

const Movers = ({ overview }: { overview: HealthOverview }) => {
  const { t } = useTranslation();
  const sides = [
    ["falls", overview.falls],
    ["rises", overview.rises],
  ] as const;
  return (
    <section aria-labelledby="health-movers">
      <h2 id="health-movers">{t("health.screen.movers")}</h2>
      <p className="muted">{t("health.screen.moversAbout")}</p>
      {overview.falls.length + overview.rises.length === 0 && (
        <p>{t("health.screen.moversNone")}</p>
      )}
      <div className={styles["sides"]}>
        {sides.map(
          ([side, items]) =>
            items.length > 0 && (
              <div key={side}>
                <h3>{t(`health.screen.${side}`)}</h3>
                <ul className={styles["movers"]}>
                  {items.map(({ account, before, now }) => (
                    <li key={account.id}>
                      <Link to={`/accounts/${account.id}/cycle` as string}>{account.name}</Link>
                      <span className="numeric">
                        {t("health.screen.move", {
                          before: Math.round(before),
                          now: Math.round(now),
                        })}
                      </span>
                    </li>
                  ))}
                </ul>
              </div>
            ),
        )}
      </div>
    </section>
  );
};
