import { privacy } from "@mainstay/contract/privacy";
import type { ConsentScope } from "@mainstay/domain/fact/consent-scope";
import { consentScopes } from "@mainstay/domain/fact/consent-scope";
import { useTranslation } from "react-i18next";
import { Day, Instant } from "../../components/day.tsx";
import { ErrorState } from "../../components/error-state.tsx";
import { Skeleton } from "../../components/skeleton.tsx";
import { useAnswer } from "../../lib/query.ts";
import styles from "./privacy.module.css";

const counted = [
  "consent",
  "person",
  "position",
  "stored_file",
  "buying_role",
  "stance_assessment",
  "influence_assessment",
  "style_assessment",
  "pair_level",
  "relationship_step",
  "tie",
  "map_place",
] as const;

const useCountWords = () => {
  const { t, i18n } = useTranslation();
  const nameOf = (what: string): string => {
    const row = counted.find((one) => one === what);
    if (row) return t(`privacy.counted.${row}`);
    const kind = consentScopes.find((one) => one === what);
    return kind ? t(`glossary.consentScope.${kind satisfies ConsentScope}`) : what;
  };
  return (counts: Readonly<Record<string, number>>) =>
    Object.entries(counts)
      .map(([what, count]) => `${nameOf(what)} ${count}`)
      .join(i18n.language === "en" ? ", " : "、");
};

const Receipts = () => {
  const { t } = useTranslation();
  const countWords = useCountWords();
  const found = useAnswer(privacy.receipts, { query: { limit: 100 } });
  return (
    <section className={styles["part"]}>
      <h2>{t("privacy.receipt.title")}</h2>
      <p className="muted">{t("privacy.receipt.lead")}</p>
      {found.isError && <ErrorState error={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending && <Skeleton height={40} />}
      {found.data?.items.length === 0 && <p>{t("privacy.receipt.none")}</p>}
      {found.data && found.data.items.length > 0 && (
        <div
          className={styles["scroll"]}
          role="region"
          aria-label={t("privacy.receipt.title")}
          tabIndex={0}
        >
          <table className={styles["table"]}>
            <thead>
              <tr>
                {(["at", "reason", "counts", "by"] as const).map((column) => (
                  <th key={column}>{t(`privacy.receipt.columns.${column}`)}</th>
                ))}
              </tr>
            </thead>
            <tbody>
              {found.data.items.map((one) => (
                <tr key={one.id}>
                  <td>
                    <Instant at={one.deletedAt} />
                  </td>
                  <td>{t(`glossary.deletionReason.${one.reason}`)}</td>
                  <td>{countWords(one.counts)}</td>
                  <td>{one.deletedBy?.name ?? t("privacy.receipt.system")}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
};

const Register = () => {
  const { t } = useTranslation();
  const found = useAnswer(privacy.register, {});
  const columns = ["purpose", "kind", "class", "basis", "facts", "persons", "first"] as const;
  return (
    <section className={styles["part"]}>
      <h2>{t("privacy.register.title")}</h2>
      <p className="muted">{t("privacy.register.lead")}</p>
      {found.isError && <ErrorState error={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending && <Skeleton height={40} />}
      {found.data?.lines.length === 0 && <p>{t("privacy.register.none")}</p>}
      {found.data && found.data.lines.length > 0 && (
        <div
          className={styles["scroll"]}
          role="region"
          aria-label={t("privacy.register.title")}
          tabIndex={0}
        >
          <table className={styles["table"]}>
            <thead>
              <tr>
                {columns.map((column) => (
                  <th
                    key={column}
                    data-numeric={column === "facts" || column === "persons" || undefined}
                  >
                    {t(`privacy.register.columns.${column}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {found.data.lines.map((line) => (
                <tr key={[line.purpose, line.kind, line.basis].join()}>
                  <td>{line.purpose}</td>
                  <td>{t(`glossary.factKind.${line.kind}`)}</td>
                  <td>{t(`glossary.factClass.${line.class}`)}</td>
                  <td>{t(`glossary.factBasis.${line.basis}`)}</td>
                  <td data-numeric>{line.facts}</td>
                  <td data-numeric>{line.persons}</td>
                  <td>
                    <Day on={line.firstExpiresOn} absolute />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
};

/** Receipts of deletions and the register of processing. */
export const RecordsTab = () => (
  <>
    <Receipts />
    <Register />
  </>
);
