import { signals } from "@mainstay/contract/signal";
import { workloads } from "@mainstay/contract/workload";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useAnswer } from "../../lib/query.ts";
import { useMay, useSession } from "../../lib/session.ts";
import { LoadMark } from "../workload/load-mark.tsx";
import styles from "./role-panel.module.css";

/** Beside the list: what this role watches. Who leads sees the team, who analyses how often the signals were real. */
export const RolePanel = () => {
  const { user } = useSession();
  const oversees = useMay("portfolio.oversee");
  if (user.role === "analyst") return <ProofPanel />;
  return oversees ? <TeamPanel /> : null;
};

const TeamPanel = () => {
  const { t } = useTranslation();
  const found = useAnswer(workloads.get, {}, { staleTime: 60_000 });
  if (!found.data || found.data.colleagues.length === 0) return null;
  const { colleagues, unowned } = found.data;
  const heavy = colleagues.filter(({ level }) => level === "overloaded" || level === "busy");
  const { items: _, ...counts } = unowned;
  const nobodys = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return (
    <section aria-labelledby="team-panel">
      <div className={styles["head"]}>
        <h2 id="team-panel">{t("workload.panel.title")}</h2>
        <Link to={"/team" as string}>{t("workload.panel.all")}</Link>
      </div>
      {heavy.length === 0 ? (
        <p className="muted">{t("workload.panel.allEven")}</p>
      ) : (
        <ul className={styles["list"]}>
          {heavy.slice(0, 4).map(({ user, level, overdue, urgentSignals }) => (
            <li key={user.id}>
              <Link to="/" search={{ whose: user.id }}>
                {user.name}
              </Link>
              <LoadMark level={level} />
              <span className={styles["line"]}>
                {t("workload.panel.line", { overdue, urgent: urgentSignals })}
              </span>
            </li>
          ))}
        </ul>
      )}
      {nobodys > 0 && (
        <Link to={"/team" as string}>{t("workload.panel.unowned", { count: nobodys })}</Link>
      )}
    </section>
  );
};

const ProofPanel = () => {
  const { t } = useTranslation();
  const found = useAnswer(signals.precision, {}, { staleTime: 300_000 });
  if (!found.data) return null;
  const kinds = found.data.kinds.filter(({ real, falseAlarms }) => real + falseAlarms > 0);
  return (
    <section aria-labelledby="proof-panel">
      <div className={styles["head"]}>
        <h2 id="proof-panel">{t("workload.proof.title")}</h2>
      </div>
      {kinds.length === 0 ? (
        <p className="muted">{t("workload.proof.none")}</p>
      ) : (
        <ul className={styles["list"]}>
          {kinds.map(({ kind, real, falseAlarms }) => (
            <li key={kind}>
              <span>{t(`glossary.signalKind.${kind}`)}</span>
              <span className={styles["line"]}>
                {t("workload.proof.rate", { real, all: real + falseAlarms })}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
};
