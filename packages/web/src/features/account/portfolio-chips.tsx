import type { AccountSummary } from "@mainstay/contract/account";
import type { RiskLevel } from "@mainstay/domain/account/risk-level";
import { useTranslation } from "react-i18next";
import { formatNumber } from "@mainstay/phrases/format/format-number";
import { LevelMark } from "../../components/level-mark.tsx";
import { Money } from "../../components/money.tsx";
import { useAddressState } from "../../lib/table-state.ts";
import type { AccountSearch } from "./account-search.ts";
import { toggled } from "./account-search.ts";
import styles from "./portfolio-chips.module.css";

const loudestFirst: readonly RiskLevel[] = ["lost", "act", "watch", "fine", "unknown"];

/** The portfolio by segment and by risk, as the filter leaves it; touching one narrows to it. */
export const PortfolioChips = ({ summary }: { summary: AccountSummary }) => {
  const { t } = useTranslation();
  const [search, change] = useAddressState<AccountSearch>();
  const { baseCurrency, bySegment, byLevel } = summary;
  return (
    <div className={styles["chips"]}>
      <div role="group" aria-label={t("account.bySegment")} className={styles["group"]}>
        {bySegment.map((row) => {
          const segment = row.segment ?? "none";
          const isOn = search.segment?.includes(segment) ?? false;
          if (row.accounts === 0 && !isOn && segment === "none") return null;
          return (
            <button
              key={segment}
              type="button"
              aria-pressed={isOn}
              className={styles["chip"]}
              onClick={() => change({ segment: toggled(search.segment, segment) })}
            >
              <span className={styles["words"]}>{t(`glossary.segment.${segment}`)}</span>
              <span className={styles["count"]}>{formatNumber(row.accounts)}</span>
              <span className={styles["sum"]}>
                <Money minor={row.revenue12mMinor} currency={baseCurrency} />
              </span>
            </button>
          );
        })}
      </div>
      <div role="group" aria-label={t("account.byLevel")} className={styles["group"]}>
        {loudestFirst.map((level) => {
          const row = byLevel.find((one) => one.level === level);
          const isOn = search.level?.includes(level) ?? false;
          return (
            <button
              key={level}
              type="button"
              aria-pressed={isOn}
              className={styles["chip"]}
              onClick={() => change({ level: toggled(search.level, level) })}
            >
              <LevelMark level={level} />
              <span className={styles["count"]}>{formatNumber(row?.accounts ?? 0)}</span>
            </button>
          );
        })}
      </div>
    </div>
  );
};
