import type { AccountPage } from "@mainstay/contract/account-page";
import { Button } from "antd";
import type { KeyboardEvent } from "react";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { Money, useMoneyText } from "../../../components/money.tsx";
import { useReasonWords } from "../../../lib/reason-words.ts";
import { RhythmKey } from "./rhythm-key.tsx";
import { RhythmMonths, RhythmYear } from "./rhythm-year.tsx";
import { rhythmLayout } from "./rhythm-layout.ts";
import type { StripDot } from "./rhythm-layout.ts";
import { RhythmTable } from "./rhythm-table.tsx";
import styles from "./rhythm-strip.module.css";

/** When this customer orders, year by year: every order-day, the expected windows, the one that passed empty. */
export const RhythmStrip = ({ page }: { page: AccountPage }) => {
  const { t } = useTranslation();
  const money = useMoneyText();
  const reasonWords = useReasonWords();
  const { rhythm, today, baseCurrency } = page;
  const years = useMemo(() => rhythmLayout(rhythm, today), [rhythm, today]);
  const dots = useMemo(() => [...years].reverse().flatMap((year) => year.dots), [years]);
  const [active, setActive] = useState<StripDot | null>(null);
  const [isTable, setTable] = useState(false);
  if (years.length === 0) return <p className="muted">{t("accountPage.rhythm.none")}</p>;
  const explanation = rhythm.explanation === null ? "" : reasonWords(rhythm.explanation);
  const spoken = (dot: StripDot) =>
    t(dot.orders > 1 ? "accountPage.rhythm.dotOrders" : "accountPage.rhythm.dot", {
      on: dot.on,
      amount: money(dot.netMinor, baseCurrency),
      orders: dot.orders,
    });
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowLeft: -1, Home: -dots.length, End: dots.length }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const at = active === null ? (step > 0 ? -1 : dots.length) : dots.indexOf(active);
    setActive(dots[Math.max(0, Math.min(dots.length - 1, at + step))] ?? null);
  };
  return (
    <>
      <div
        className={styles["strip"]}
        role="group"
        tabIndex={0}
        aria-label={t("accountPage.rhythm.label", {
          years: years.length,
          dots: dots.length,
          explanation,
        })}
        onKeyDown={onKeyDown}
        onBlur={() => setActive(null)}
        onPointerLeave={() => setActive(null)}
      >
        <RhythmMonths />
        {years.map((year) => (
          <RhythmYear
            key={year.year}
            year={year}
            active={active}
            onActive={setActive}
            total={
              year.year <= Number(today.slice(0, 4)) && (
                <Money minor={year.totalMinor} currency={baseCurrency} />
              )
            }
          />
        ))}
      </div>
      <div className={styles["foot"]}>
        <p className={styles["readout"]} role="status">
          {active === null ? explanation : <strong>{spoken(active)}</strong>}
        </p>
        <RhythmKey windows={rhythm.windows} />
        <Button size="small" type="text" aria-expanded={isTable} onClick={() => setTable(!isTable)}>
          {t(isTable ? "accountPage.rhythm.hideTable" : "accountPage.rhythm.table")}
        </Button>
      </div>
      {rhythm.shortened && <p className="muted">{t("accountPage.rhythm.shortened")}</p>}
      {isTable && <RhythmTable page={page} />}
    </>
  );
};
