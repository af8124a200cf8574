import type { AccountPage } from "@mainstay/contract/account-page";
import { isOrderSignal } from "@mainstay/domain/signal/signal-kind";
import { Link } from "@tanstack/react-router";
import { Suspense, lazy, useState } from "react";
import { useTranslation } from "react-i18next";
import { ReasonText } from "../../components/reason-text.tsx";
import { useSession } from "../../lib/session.ts";
import type { SignalDialogKind } from "../signal/signal-dialogs.tsx";
import { Section } from "../account-page/section.tsx";
import { RedFlagList } from "./red-flag-list.tsx";
import { RelationshipFigures } from "./relationship-figures.tsx";
import styles from "./relationship-section.module.css";

const SignalDialogs = lazy(() =>
  import("../signal/signal-dialogs.tsx").then((m) => ({ default: m.SignalDialogs })),
);

/** How we stand with the people of this account: the judgement, the measures, what is wrong, and whom to see next. */
export const RelationshipSection = ({ page }: { page: AccountPage }) => {
  const { t } = useTranslation();
  const { user } = useSession();
  const [open, setOpen] = useState<{ kind: SignalDialogKind; id: string } | null>(null);
  const { relationship: summary, account, signals, today, baseCurrency } = page;
  const flags = signals.filter(({ kind, status }) => status !== "resolved" && !isOrderSignal(kind));
  // An act may have changed the signal while its drawer is open: show its newest state.
  const signal = signals.find(({ id }) => id === open?.id);
  const isEmpty = summary.members === 0;
  return (
    <Section
      order={2}
      title={t("relationship.title")}
      about={summary.asOf === null ? undefined : t("relationship.asOf", { on: summary.asOf })}
      actions={
        <Link to={`/accounts/${account.id}/${isEmpty ? "chain" : "support"}` as string}>
          {t(isEmpty ? "relationship.startChain" : "relationship.toSupport")}
        </Link>
      }
    >
      <div className={styles["card"]}>
        <p className={styles["judgement"]}>
          <ReasonText reason={summary.judgement} />
        </p>
        {!isEmpty && <RelationshipFigures summary={summary} />}
        {(flags.length > 0 || !isEmpty) && (
          <div className={styles["part"]}>
            <h3>{t("relationship.redFlags")}</h3>
            {flags.length === 0 ? (
              <p className="muted">{t("relationship.noFlags")}</p>
            ) : (
              <RedFlagList
                flags={flags}
                onAct={(kind, signal) => setOpen({ kind, id: signal.id })}
              />
            )}
          </div>
        )}
        {!isEmpty && (
          <div className={styles["part"]}>
            <h3>{t("relationship.next")}</h3>
            {summary.next === null ? (
              <p className="muted">
                {user.factClasses.includes("P")
                  ? t("app.notApplicable")
                  : t("relationship.nextHidden")}
              </p>
            ) : (
              <p className={styles["person"]}>
                <Link to={`/people/${summary.next.personId}` as string}>{summary.next.name}</Link>
                {" · "}
                <ReasonText reason={summary.next.reason} />
              </p>
            )}
          </div>
        )}
      </div>
      <Suspense>
        {open !== null && signal !== undefined && (
          <SignalDialogs
            open={{ kind: open.kind, signal }}
            today={today}
            currency={baseCurrency}
            onClose={() => setOpen(null)}
            onDialog={(kind) => setOpen({ kind, id: signal.id })}
          />
        )}
      </Suspense>
    </Section>
  );
};
