import { promises } from "@mainstay/contract/promise";
import { formatShare } from "@mainstay/phrases/format/format-number";
import { Link } from "@tanstack/react-router";
import { Button } from "antd";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { ErrorState } from "../../components/error-state.tsx";
import { FormulaHint } from "../../components/formula-hint.tsx";
import { Icon } from "../../components/icon.tsx";
import { RowSkeleton } from "../../components/skeleton.tsx";
import { useAnswer } from "../../lib/query.ts";
import { useMay, useSession } from "../../lib/session.ts";
import { Section } from "../account-page/section.tsx";
import { PromiseItem } from "./promise-item.tsx";
import { periodOf } from "./promise-search.ts";
import styles from "./promise.module.css";

const Give = lazy(() =>
  import("./give-promise-dialog.tsx").then((m) => ({ default: m.GivePromiseDialog })),
);
const shown = 5;

/** What one account was promised and waits for, the latest first, and how its promises were kept in a year. */
export const PromisesSection = ({
  account,
  order,
}: {
  account: { id: string; name: string };
  order: number;
}) => {
  const { t } = useTranslation();
  const { today } = useSession().workspace;
  const [isGiving, setGiving] = useState(false);
  const mayGive = useMay("promise.edit");
  const found = useAnswer(promises.list, {
    query: { accountId: account.id, status: "open", limit: shown },
  });
  const year = useAnswer(promises.board, {
    query: { ...periodOf("year", today), accountId: account.id },
  });
  const { items = [], total = 0 } = found.data ?? {};
  const figures = year.data?.all;
  return (
    <Section
      order={order}
      title={t("promise.title")}
      about={
        figures &&
        figures.onTimeShare !== null && (
          <FormulaHint title={t("promise.count.onTime")} formula={t("promise.formula.onTime")}>
            <span>
              {t("promise.section.onTimeYear", {
                share: formatShare(figures.onTimeShare),
                n: figures.due,
              })}
            </span>
          </FormulaHint>
        )
      }
      actions={
        <>
          <Link to="/promises" search={{ account: account.id, status: "all" }}>
            {t("promise.section.all")}
          </Link>
          {mayGive && (
            <Button
              type="text"
              size="small"
              icon={<Icon name="plus" />}
              aria-label={t("promise.act.give")}
              title={t("promise.act.give")}
              onClick={() => setGiving(true)}
            />
          )}
        </>
      }
    >
      {found.isError && !found.data ? (
        <ErrorState error={found.error} onRetry={() => void found.refetch()} />
      ) : !found.data ? (
        <RowSkeleton rows={2} />
      ) : total === 0 ? (
        <p className="muted">{t("promise.section.none")}</p>
      ) : (
        <ul className={styles["list"]}>
          {items.map((promise) => (
            <PromiseItem key={promise.id} promise={promise} />
          ))}
        </ul>
      )}
      {total > shown && (
        <p className="muted">{t("promise.section.more", { count: total - shown })}</p>
      )}
      {isGiving && (
        <Suspense>
          <Give account={account} onClose={() => setGiving(false)} />
        </Suspense>
      )}
    </Section>
  );
};
