import { accounts } from "@mainstay/contract/account";
import { lifecycles } from "@mainstay/contract/lifecycle";
import { type LifecycleStage, lifecycleStages } from "@mainstay/domain/lifecycle/lifecycle-stage";
import { Link } from "@tanstack/react-router";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { Day } from "../../components/day.tsx";
import { ErrorState } from "../../components/error-state.tsx";
import { LevelMark } from "../../components/level-mark.tsx";
import { Money } from "../../components/money.tsx";
import { RowSkeleton } from "../../components/skeleton.tsx";
import { usePagedAnswer } from "../../lib/paged-answer.ts";
import { useAnswer } from "../../lib/query.ts";
import { useSession } from "../../lib/session.ts";
import { useAddressState } from "../../lib/table-state.ts";
import { type AccountSearch, filterOf } from "../account/account-search.ts";
import styles from "./stage-board.module.css";

/** The accounts of the filter by stage, the largest first; who is due to move says so. */
export const StageBoard = () => {
  const { t } = useTranslation();
  const due = useAnswer(lifecycles.dueMoves, { query: { limit: 200 } });
  const moves = new Map(due.data?.items.map(({ account, to }) => [account.id, to]) ?? []);
  return (
    <section aria-label={t("lifecycle.board.label")}>
      {due.data && due.data.total > 0 && (
        <p className={styles["due"]}>{t("lifecycle.due.count", { count: due.data.total })}</p>
      )}
      <div className={styles["board"]}>
        {lifecycleStages.map((stage) => (
          <StageColumn key={stage} stage={stage} moves={moves} />
        ))}
      </div>
    </section>
  );
};

const StageColumn = ({
  stage,
  moves,
}: {
  stage: LifecycleStage;
  moves: ReadonlyMap<string, LifecycleStage>;
}) => {
  const { t } = useTranslation();
  const { workspace } = useSession();
  const [search] = useAddressState<AccountSearch>();
  const isLeftOut = search.stage !== undefined && !search.stage.includes(stage);
  const found = usePagedAnswer(
    accounts.list,
    {
      query: {
        ...filterOf(search),
        stage: [stage],
        sort: "revenue12m",
        direction: "desc",
        limit: 30,
      },
    },
    { enabled: !isLeftOut },
  );
  if (isLeftOut) return null;
  const [first] = found.data?.pages ?? [];
  const rows = found.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <section className={styles["column"]} aria-labelledby={`board-${stage}`}>
      <h2 id={`board-${stage}`} className={styles["name"]}>
        {t(`glossary.stage.${stage}`)}
        {first && (
          <span className={styles["count"]}>
            {t("lifecycle.board.count", { count: first.total })}
          </span>
        )}
      </h2>
      {found.isError && <ErrorState error={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending && <RowSkeleton rows={3} />}
      {found.isSuccess && rows.length === 0 && (
        <p className="muted">{t("lifecycle.board.empty")}</p>
      )}
      <ul className={styles["cards"]}>
        {rows.map((row) => {
          const to = moves.get(row.id);
          return (
            <li key={row.id} className={styles["card"]}>
              <Link to="/accounts/$accountId/cycle" params={{ accountId: row.id }}>
                {row.name}
              </Link>
              <span className={styles["about"]}>
                <LevelMark level={row.level} />
                <Money minor={row.revenue12mMinor} currency={workspace.baseCurrency} />
              </span>
              <span className={styles["about"]}>
                {row.managerName ?? t("app.nobody")}
                {row.stageSince !== null && <Day on={row.stageSince} today={workspace.today} />}
              </span>
              {to !== undefined && (
                <span className={styles["to"]}>
                  {t("lifecycle.board.proposed", { stage: t(`glossary.stage.${to}`) })}
                </span>
              )}
            </li>
          );
        })}
      </ul>
      {found.hasNextPage && (
        <Button size="small" type="text" onClick={() => void found.fetchNextPage()}>
          {t("lifecycle.board.more")}
        </Button>
      )}
    </section>
  );
};
