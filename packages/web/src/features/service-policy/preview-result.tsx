import type { ServicePolicyPreview } from "@mainstay/contract/service-policy";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { usePreferences } from "../../lib/preferences.ts";
import styles from "./service-policy.module.css";

const signed = (count: number) => (count > 0 ? `+${count}` : String(count));

/** What the draft would add and drop on the portfolio as it is: by kind, by person, who would be missing, with names. */
export const PreviewResult = ({ found }: { found: ServicePolicyPreview }) => {
  const { t } = useTranslation();
  const { locale } = usePreferences();
  const kinds = found.kinds.filter(({ before, after }) => before !== 0 || after !== 0);
  const { missingSeats, people, examples } = found;
  const isNothing = examples.length === 0 && missingSeats.accounts === 0 && people.length === 0;
  return (
    <div className={styles["preview"]} role="status">
      <h3>{t("servicePolicy.previewHead", { count: found.accounts })}</h3>
      {isNothing && <p>{t("servicePolicy.previewNone")}</p>}
      {!isNothing && (
        <div className={styles["scroll"]}>
          <table className={styles["figures"]}>
            <caption className="visually-hidden">{t("servicePolicy.perYear")}</caption>
            <thead>
              <tr>
                <th scope="col">{t("servicePolicy.duties")}</th>
                {(["before", "after", "added", "dropped", "accounts"] as const).map((name) => (
                  <th key={name} scope="col" data-numeric>
                    {t(`servicePolicy.${name}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {kinds.map((row) => (
                <tr key={row.kind}>
                  <th scope="row">{t(`glossary.obligationKind.${row.kind}`)}</th>
                  <td data-numeric>{t("servicePolicy.perYearOf", { count: row.before })}</td>
                  <td data-numeric>{t("servicePolicy.perYearOf", { count: row.after })}</td>
                  <td data-numeric>{signed(row.added)}</td>
                  <td data-numeric>{signed(-row.dropped)}</td>
                  <td data-numeric>{row.accounts}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {people.length > 0 && (
        <>
          <h4>{t("servicePolicy.people")}</h4>
          <ul className={styles["names"]}>
            {people.map(({ user, before, after }) => (
              <li key={user?.id ?? "none"}>
                <span>{user?.name ?? t("servicePolicy.nobody")}</span>
                <span className="numeric">
                  {t("servicePolicy.exampleChange", { before, after })} ({signed(after - before)})
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      {missingSeats.accounts > 0 && (
        <>
          <h4>{t("servicePolicy.missing", { count: missingSeats.accounts })}</h4>
          <ul className={styles["names"]}>
            {missingSeats.examples.map(({ accountId, name, seats }) => (
              <li key={accountId}>
                <Link to="/accounts/$accountId" params={{ accountId }}>
                  {t("servicePolicy.missingExample", {
                    name,
                    seats: new Intl.ListFormat(locale).format(
                      seats.map((seat) => t(`glossary.seat.${seat}`)),
                    ),
                  })}
                </Link>
              </li>
            ))}
            {missingSeats.accounts > missingSeats.examples.length && (
              <li className="muted">
                {t("servicePolicy.missingMore", {
                  count: missingSeats.accounts - missingSeats.examples.length,
                })}
              </li>
            )}
          </ul>
        </>
      )}
      {examples.length > 0 && (
        <>
          <h4>{t("servicePolicy.examples")}</h4>
          <ul className={styles["names"]}>
            {examples.map(({ accountId, name, segment, grade, before, after }) => (
              <li key={accountId}>
                <span>
                  <Link to="/accounts/$accountId" params={{ accountId }}>
                    {name}
                  </Link>{" "}
                  <span className="muted">
                    {t(`glossary.segment.${segment ?? "none"}`)} ·{" "}
                    {t(`glossary.grade.${grade ?? "none"}`)}
                  </span>
                </span>
                <span className="numeric">
                  {t("servicePolicy.exampleChange", { before, after })}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
};
