import { segmentMoves } from "@mainstay/contract/policy";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { EmptyState } from "../../components/empty-state.tsx";
import { ErrorState } from "../../components/error-state.tsx";
import { Skeleton } from "../../components/skeleton.tsx";
import { usePagedAnswer } from "../../lib/paged-answer.ts";
import { useMay } from "../../lib/session.ts";
import { MoveRow } from "./move-row.tsx";
import styles from "./moves.module.css";

/** Changes of segment that wait for a person's yes or no. */
export const Proposals = ({ currency }: { currency: string }) => {
  const { t } = useTranslation();
  const mayDecide = useMay("segment.decide");
  const found = usePagedAnswer(segmentMoves.list, { query: { status: "proposed" } });
  if (found.isError) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  if (!found.data) return <Skeleton lines={3} />;
  const moves = found.data.pages.flatMap((page) => page.items);
  if (moves.length === 0)
    return <EmptyState title={t("policy.proposalsNone")} words={t("policy.proposalsNoneWhy")} />;
  return (
    <>
      <ul className={styles["moves"]}>
        {moves.map((move) => (
          <MoveRow key={move.id} move={move} currency={currency} mayDecide={mayDecide} />
        ))}
      </ul>
      {found.hasNextPage && (
        <Button type="text" size="small" onClick={() => void found.fetchNextPage()}>
          {t("app.moreRows")}
        </Button>
      )}
    </>
  );
};
