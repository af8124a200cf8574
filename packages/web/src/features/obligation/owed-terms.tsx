import type { AnswerOf } from "@mainstay/contract/endpoint/endpoint";
import type { obligations } from "@mainstay/contract/obligation";
import { dutyKinds, type PolicyLineKey } from "@mainstay/domain/service-policy/service-terms";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Money } from "../../components/money.tsx";
import { usePreferences } from "../../lib/preferences.ts";
import { useSession } from "../../lib/session.ts";
import { useObligationWords } from "./obligation-words.ts";
import styles from "./obligation.module.css";

type Owed = AnswerOf<typeof obligations.ofAccount>;

const Term = ({
  name,
  line,
  children,
}: {
  name: string;
  line: PolicyLineKey | null | undefined;
  children: ReactNode;
}) => {
  const { t } = useTranslation();
  const words = useObligationWords();
  return (
    <div className={styles["term"]}>
      <dt>{name}</dt>
      <dd>
        {children}
        {line && <small>{t("obligation.section.because", { line: words.line(line) })}</small>}
      </dd>
    </div>
  );
};

/** Everything the policy owes this account, each term with the line that gave it. */
export const OwedTerms = ({ owed }: { owed: Owed }) => {
  const { t } = useTranslation();
  const { locale } = usePreferences();
  const { workspace } = useSession();
  const { terms, because } = owed.owed;
  const seats = (list: readonly (typeof terms.seats)[number][]) =>
    new Intl.ListFormat(locale).format(list.map((seat) => t(`glossary.seat.${seat}`)));
  const hours = (count: number) => t("servicePolicy.hours", { count });
  return (
    <>
      {!owed.isUnderPolicy && <p className="muted">{t("obligation.section.notUnderPolicy")}</p>}
      <dl className={styles["owed"]} aria-label={t("obligation.section.owed")}>
        {dutyKinds.map((kind) => {
          const duty = terms.duties[kind];
          return (
            duty && (
              <Term
                key={kind}
                name={t(`glossary.obligationKind.${kind}`)}
                line={because.duties[kind]}
              >
                {t(`glossary.cadence.${duty.every}`)}
              </Term>
            )
          );
        })}
        {terms.serviceMode !== null && (
          <Term name={t("servicePolicy.serviceMode")} line={because.serviceMode}>
            {t(`servicePolicy.mode.${terms.serviceMode}`)}
          </Term>
        )}
        {terms.seats.length > 0 && (
          <Term
            name={t("servicePolicy.seats")}
            line={because.seats[terms.seats.at(-1) ?? "manager"]}
          >
            {seats(terms.seats)}
            {owed.missingSeats.length > 0 && (
              <strong className={styles["nobody"]}>
                {" "}
                {t("obligation.section.missing", { seats: seats(owed.missingSeats) })}
              </strong>
            )}
          </Term>
        )}
        {(["replyHours", "solveHours", "greenChannelHours"] as const).map((name) => {
          const count = terms[name];
          return (
            count !== null && (
              <Term key={name} name={t(`servicePolicy.${name}`)} line={because[name]}>
                {hours(count)}
              </Term>
            )
          );
        })}
        {terms.benefitBudgetMinor !== null && (
          <Term name={t("servicePolicy.benefitBudgetMinor")} line={because.benefitBudgetMinor}>
            <Money minor={terms.benefitBudgetMinor} currency={workspace.baseCurrency} />
          </Term>
        )}
      </dl>
    </>
  );
};
