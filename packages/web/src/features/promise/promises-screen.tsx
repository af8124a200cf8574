import { promises } from "@mainstay/contract/promise";
import { formatShare } from "@mainstay/phrases/format/format-number";
import { Button, Segmented } from "antd";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { PageHeader, Screen } from "../../components/page-header.tsx";
import { useAnswer } from "../../lib/query.ts";
import { useMay, useSession } from "../../lib/session.ts";
import { useAddressState } from "../../lib/table-state.ts";
import { PromiseBoard } from "./promise-board.tsx";
import { PromiseLedger } from "./promise-ledger.tsx";
import { leastReliable } from "./promise-judgement.ts";
import { periodOf, promiseTabs, type PromiseSearch } from "./promise-search.ts";
import styles from "./promise.module.css";

const Give = lazy(() =>
  import("./give-promise-dialog.tsx").then((m) => ({ default: m.GivePromiseDialog })),
);
const Opened = lazy(() =>
  import("./promise-drawer.tsx").then((m) => ({ default: m.PromiseDrawer })),
);

/** How many promises are past their day, and the department that keeps its word least. */
const useHeadline = () => {
  const { t } = useTranslation();
  const { today } = useSession().workspace;
  const late = useAnswer(promises.list, { query: { late: "true", status: "open", limit: 1 } });
  const open = useAnswer(promises.list, { query: { status: "open", limit: 1 } });
  const [{ period }] = useAddressState<PromiseSearch>();
  const board = useAnswer(promises.board, { query: periodOf(period, today) });
  if (!late.data || !open.data) return t("promise.title");
  const [lateOnes, openOnes] = [late.data.total, open.data.total];
  const worst = board.data ? leastReliable(board.data.departments) : null;
  const share = worst?.figures.onTimeShare ?? null;
  return [
    lateOnes > 0
      ? t("promise.headline.late", { count: lateOnes })
      : openOnes > 0
        ? t("promise.headline.open", { count: openOnes })
        : t("promise.headline.none"),
    ...(worst === null || share === null
      ? []
      : [
          t("promise.headline.worst", {
            department: worst.department.name,
            share: formatShare(share, 0),
            period: t(`promise.board.periods.${period ?? "quarter"}`),
            n: worst.figures.due,
          }),
        ]),
  ].join(" · ");
};

/** 承诺: what is late and who is least reliable; the ledger and the board of departments; one promise in a drawer. */
export const PromisesScreen = () => {
  const { t } = useTranslation();
  const [search, change] = useAddressState<PromiseSearch>();
  const [isGiving, setGiving] = useState(false);
  const mayGive = useMay("promise.edit");
  const headline = useHeadline();
  const tab = search.tab ?? "ledger";
  return (
    <Screen width="full">
      <PageHeader
        tabTitle={t("promise.title")}
        title={headline}
        lead={t("promise.about")}
        actions={
          mayGive && (
            <Button type="primary" onClick={() => setGiving(true)}>
              {t("promise.act.give")}
            </Button>
          )
        }
      />
      <div className={styles["tabs"]}>
        <Segmented
          aria-label={t("promise.tabs")}
          value={tab}
          onChange={(next) =>
            change({ tab: next === "ledger" ? undefined : next } as PromiseSearch)
          }
          options={promiseTabs.map((value) => ({ value, label: t(`promise.tab.${value}`) }))}
        />
      </div>
      {tab === "ledger" ? <PromiseLedger /> : <PromiseBoard />}
      <Suspense>
        {search.promise !== undefined && (
          <Opened
            promiseId={search.promise}
            onClose={() => change({ promise: undefined } as never)}
          />
        )}
        {isGiving && (
          <Give
            account={null}
            onGiven={(promise) => change({ promise } as PromiseSearch)}
            onClose={() => setGiving(false)}
          />
        )}
      </Suspense>
    </Screen>
  );
};
