import { rescues } from "@mainstay/contract/rescue";
import { useTranslation } from "react-i18next";
import { ErrorState } from "../../components/error-state.tsx";
import { Money } from "../../components/money.tsx";
import { Skeleton } from "../../components/skeleton.tsx";
import { useAnswer } from "../../lib/query.ts";
import plain from "../account-page/plain-table.module.css";
import { SettingBlock } from "../setting/setting-block.tsx";
import styles from "./rescue.module.css";

/** Fewer made offers than this prove nothing. */
const few = 5;

/** What all rescues came to, and which kinds of offer worked, each with its n. */
export const ResultsPanel = () => {
  const { t } = useTranslation();
  const found = useAnswer(rescues.results, {});
  if (found.isError) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  if (!found.data) return <Skeleton lines={4} />;
  const { baseCurrency: currency, byOffer, ...sums } = found.data;
  return (
    <>
      <dl className={styles["figures"]}>
        {(["running", "saved", "partly", "lost"] as const).map((name) => (
          <div key={name}>
            <dt>{t(`rescue.sums.${name}`)}</dt>
            <dd className="numeric">{sums[name]}</dd>
          </div>
        ))}
        <div>
          <dt>{t("rescue.sums.avoided")}</dt>
          <dd>
            <Money minor={sums.avoidedLossMinor} currency={currency} />
          </dd>
        </div>
        <div>
          <dt>{t("rescue.sums.cost")}</dt>
          <dd>
            <Money minor={sums.costMinor} currency={currency} />
          </dd>
        </div>
      </dl>
      {byOffer.length > 0 && (
        <SettingBlock title={t("rescue.whatWorked")} lead={t("rescue.whatWorkedLead")}>
          <div
            style={{ overflowX: "auto" }}
            tabIndex={0}
            role="region"
            aria-label={t("rescue.whatWorked")}
          >
            <table className={plain["table"]}>
              <thead>
                <tr>
                  <th scope="col">{t("rescue.columns.kind")}</th>
                  {(["made", "accepted", "kept", "lost", "cost"] as const).map((name) => (
                    <th key={name} scope="col" data-numeric>
                      {t(`rescue.columns.${name}`)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {byOffer.map((row) => (
                  <tr key={row.kind}>
                    <th scope="row">
                      {t(`rescue.offerKind.${row.kind}`)}
                      {row.made < few && <span className="muted"> · {t("rescue.few")}</span>}
                    </th>
                    <td data-numeric>{row.made}</td>
                    <td data-numeric>{row.accepted}</td>
                    <td data-numeric>{row.kept}</td>
                    <td data-numeric>{row.lost}</td>
                    <td data-numeric>
                      <Money minor={row.costMinor} currency={currency} />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </SettingBlock>
      )}
    </>
  );
};
