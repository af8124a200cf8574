import { type Mover, relationships } from "@mainstay/contract/relationship";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useAnswer } from "../../lib/query.ts";
import { useSession } from "../../lib/session.ts";
import { indexText } from "./index-text.tsx";
import styles from "./movers-panel.module.css";

const overseers: readonly string[] = ["director", "sponsor", "analyst", "admin"];

/** For who looks after many accounts: where the support moved most since last week. Silent until something is measured. */
export const MoversPanel = () => {
  const { t } = useTranslation();
  const { user } = useSession();
  const isFor = overseers.includes(user.role);
  const found = useAnswer(
    relationships.movers,
    { query: { limit: 5 } },
    { enabled: isFor, staleTime: 300_000 },
  );
  const { rises = [], falls = [], measured = 0 } = found.data ?? {};
  if (!isFor || measured === 0) return null;
  return (
    <section aria-labelledby="movers" className={styles["panel"]}>
      <h2 id="movers">{t("today.movers.title")}</h2>
      <p className="muted">{t("today.movers.about")}</p>
      {rises.length + falls.length === 0 && <p>{t("today.movers.none")}</p>}
      <Moves title={t("today.movers.falls")} items={falls} />
      <Moves title={t("today.movers.rises")} items={rises} />
    </section>
  );
};

const Moves = ({ title, items }: { title: string; items: readonly Mover[] }) => {
  const { t } = useTranslation();
  if (items.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <ul className={styles["moves"]}>
        {items.map(({ account, before, supportIndex, change }) => (
          <li key={account.id}>
            <Link to={`/accounts/${account.id}/support` as string}>{account.name}</Link>
            <span
              className="numeric"
              title={t("today.movers.change", {
                before: indexText(before),
                now: indexText(supportIndex),
              })}
            >
              {indexText(change)}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
};
