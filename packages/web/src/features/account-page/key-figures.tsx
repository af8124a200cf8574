import type { AccountPage } from "@mainstay/contract/account-page";
import { dayNumberFromIso } from "@mainstay/domain/calendar/day-number";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Day } from "../../components/day.tsx";
import { Money, useMoneyText } from "../../components/money.tsx";
import { Share } from "../../components/share.tsx";
import { FigureButton } from "./figure/figure-button.tsx";
import type { Figure } from "./figure/figure-format.ts";
import styles from "./key-figures.module.css";

/** What matters in numbers; each opens its formula and its rows. */
export const KeyFigures = ({
  page,
  onFigure,
}: {
  page: AccountPage;
  onFigure: (figure: Figure) => void;
}) => {
  const { t } = useTranslation();
  const money = useMoneyText();
  const { standing: row, baseCurrency: currency, clv, today } = page;
  const now = dayNumberFromIso(today) ?? 0;
  const late = row.nextToOn === null ? 0 : now - (dayNumberFromIso(row.nextToOn) ?? now);
  const isOpen = late <= 0 && row.nextFromOn !== null && row.nextFromOn <= today;
  const figure = (name: Figure, value: ReactNode, about?: ReactNode, isLoud = false) => (
    <div className={styles["figure"]}>
      <dt>{t(`figure.name.${name}`)}</dt>
      <dd>
        <span className={styles["value"]} data-loud={isLoud || undefined}>
          <FigureButton figure={name} onFigure={onFigure}>
            {value}
          </FigureButton>
        </span>
        <span className={styles["about"]}>{about}</span>
      </dd>
    </div>
  );
  const amount = (minor: number | null) => <Money minor={minor} currency={currency} />;
  return (
    <dl className={styles["figures"]} aria-label={t("accountPage.figures")}>
      {figure(
        "value_at_risk",
        amount(row.valueAtRiskMinor),
        undefined,
        row.valueAtRiskMinor > 0 && row.level !== "fine",
      )}
      {figure(
        "revenue_12m",
        amount(row.revenue12mMinor),
        <>
          {t("figure.name.growth")}{" "}
          <FigureButton figure="growth" onFigure={onFigure}>
            <Share of={row.growth} signed />
          </FigureButton>
        </>,
      )}
      {figure("margin_12m", amount(row.margin12mMinor))}
      {figure(
        "next_order",
        row.nextFromOn === null || row.nextToOn === null ? (
          t("app.notApplicable")
        ) : (
          <>
            <Day on={row.nextFromOn} today={today} absolute /> –{" "}
            <Day on={row.nextToOn} today={today} absolute />
          </>
        ),
        late > 0 ? (
          <span className={styles["late"]}>{t("accountPage.windowLate", { count: late })}</span>
        ) : (
          isOpen && t("accountPage.windowOpen")
        ),
      )}
      {figure("p_lost", <Share of={row.pLost} />)}
      {figure("p_order_90", <Share of={row.pOrder90} />)}
      {figure(
        "clv",
        amount(clv?.midMinor ?? null),
        clv !== null && (
          <>
            {t("accountPage.of", {
              low: money(clv.lowMinor, currency),
              high: money(clv.highMinor, currency),
            })}
            <br />
            {clv.isWide
              ? t("accountPage.clvWide")
              : t("accountPage.clvBand", { months: clv.months })}
          </>
        ),
      )}
      {figure(
        "value_score",
        <Share of={row.valueScore} />,
        <>
          {t("figure.name.potential_score")}{" "}
          <FigureButton figure="potential_score" onFigure={onFigure}>
            <Share of={row.potentialScore} />
          </FigureButton>
        </>,
      )}
    </dl>
  );
};
