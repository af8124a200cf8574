import type { HandoverPack } from "@mainstay/contract/handover-pack";
import { formatShare } from "@mainstay/phrases/format/format-number";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Day } from "../../components/day.tsx";
import { Money } from "../../components/money.tsx";
import styles from "./handover.module.css";

/** Contract, figures and the state of the relationship. */
export const PackFigures = ({ pack }: { pack: HandoverPack }) => {
  const { t } = useTranslation();
  const { figures, contract, relationship, baseCurrency, today } = pack;
  const cell = (label: string, value: ReactNode) => (
    <div>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
  );
  const money = (minor: number) => <Money minor={minor} currency={baseCurrency} />;
  const na = t("app.notApplicable");
  return (
    <>
      <section aria-label={t("handover.part.contract")}>
        <h3>{t("handover.part.contract")}</h3>
        <dl className={styles["figures"]}>
          {cell(t("handover.figure.revenue"), money(figures.revenue12mMinor))}
          {cell(t("handover.figure.atRisk"), money(figures.valueAtRiskMinor))}
          {cell(
            t("handover.figure.lastOrder"),
            <Day on={figures.lastOrderOn} today={today} absolute />,
          )}
          {cell(
            t("handover.figure.nextOrder"),
            <Day on={figures.nextExpectedOn} today={today} absolute />,
          )}
          {cell(
            t("handover.figure.contract"),
            contract.startOn === null && contract.endOn === null ? (
              na
            ) : (
              <>
                <Day on={contract.startOn} today={today} absolute />
                {" – "}
                <Day on={contract.endOn} today={contract.startOn ?? today} absolute />
              </>
            ),
          )}
          {contract.paymentTermsDays !== null &&
            cell(
              t("handover.figure.paymentTerms"),
              t("handover.figure.paymentDays", { count: contract.paymentTermsDays }),
            )}
          {contract.creditLimitMinor !== null &&
            cell(
              t("handover.figure.creditLimit"),
              <Money
                minor={contract.creditLimitMinor}
                currency={contract.currency ?? baseCurrency}
              />,
            )}
        </dl>
      </section>
      <section aria-label={t("handover.part.relationship")}>
        <h3>{t("handover.part.relationship")}</h3>
        {relationship === null ? (
          <p className="muted">{t("handover.none.relationship")}</p>
        ) : (
          <dl className={styles["figures"]}>
            {cell(
              t("handover.figure.support"),
              relationship.supportIndex === null
                ? na
                : String(Math.round(relationship.supportIndex)).replace("-", "−"),
            )}
            {cell(
              t("handover.figure.coverage"),
              relationship.coverage === null ? na : formatShare(relationship.coverage),
            )}
            {cell(t("handover.figure.threads"), relationship.threadCount)}
            {cell(t("handover.figure.busFactor"), relationship.busFactor)}
          </dl>
        )}
      </section>
    </>
  );
};
