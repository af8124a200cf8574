import type { SignalView } from "@mainstay/contract/signal";
import { isOrderSignal } from "@mainstay/domain/signal/signal-kind";
import { useTranslation } from "react-i18next";
import { FormulaHint } from "../../components/formula-hint.tsx";
import { Money } from "../../components/money.tsx";
import { Share } from "../../components/share.tsx";
import styles from "./signal-row.module.css";

/** The money at stake; how it is reckoned opens on it. */
export const StakeHint = ({
  signal,
  currency,
  bare = false,
}: {
  signal: SignalView;
  currency: string;
  /** Without the words beside it. */
  bare?: boolean;
}) => {
  const { t } = useTranslation();
  // The value at risk of an account is said once, by another of its warnings.
  if (signal.moneyAtStakeMinor === 0 && !isOrderSignal(signal.kind))
    return <span className={styles["stakeWords"]}>{t("signal.noStake")}</span>;
  return (
    <>
      <FormulaHint
        title={t(`signal.stake.${signal.kind}`)}
        formula={t(`signal.stakeFormula.${signal.kind}`)}
        inputs={
          signal.probability === null
            ? []
            : [
                {
                  key: "probability",
                  label: t(`signal.probability.${signal.kind}`),
                  value: <Share of={signal.probability} />,
                },
              ]
        }
      >
        <span className={styles["amount"]}>
          <Money minor={signal.moneyAtStakeMinor} currency={currency} />
        </span>
      </FormulaHint>
      {!bare && <span className={styles["stakeWords"]}>{t(`signal.stake.${signal.kind}`)}</span>}
    </>
  );
};
