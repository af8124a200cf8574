import { evaluations } from "@mainstay/contract/evaluation";
import type { TodayView } from "@mainstay/contract/today";
import { today } from "@mainstay/contract/today";
import { Link } from "@tanstack/react-router";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { EmptyState } from "../../components/empty-state.tsx";
import { isDemoComing } from "../../lib/demo-note.ts";
import { useNotice } from "../../lib/notice.tsx";
import { useAct } from "../../lib/query.ts";
import { useMay, useSession } from "../../lib/session.ts";
import styles from "./today-screen.module.css";

/** Why there is nothing on Today, honestly: no data, not judged, filtered away, or truly quiet. */
export const TodayEmpty = ({ view, isFiltered }: { view: TodayView; isFiltered: boolean }) => {
  const { t } = useTranslation();
  const { user } = useSession();
  const mayImport = useMay("import.run");
  const mayJudge = useMay("evaluation.request");
  const notice = useNotice();
  const judge = useAct(evaluations.request, { refresh: [today.get], onError: notice.refused });
  const { accounts, orderDays, lastOrderOn } = view.holdings;
  const { lastRun } = view;
  const words = () => {
    if (isFiltered) return { title: t("today.filteredNone"), words: t("today.filteredNoneWhy") };
    if (orderDays === 0 && isDemoComing())
      return { title: t("today.demoComing"), words: t("today.demoComingWhy") };
    if (orderDays === 0)
      return {
        title: t("today.noData"),
        words: mayImport ? t("today.noDataWhy") : t("today.noDataAsk"),
        action: mayImport && (
          <Link to="/imports">
            <Button type="primary">{t("today.toImport")}</Button>
          </Link>
        ),
      };
    if (view.asOf === null && (lastRun?.status === "queued" || lastRun?.status === "running"))
      return { title: t("today.judging"), words: t("today.judgingWhy") };
    if (view.asOf === null)
      return {
        title: t("today.notJudged", { accounts }),
        words: t("today.notJudgedWhy"),
        action: mayJudge && (
          <Button loading={judge.isPending} onClick={() => judge.mutate({})}>
            {t("today.judgeNow")}
          </Button>
        ),
      };
    return {
      title: user.visibility === "own" ? t("today.noneInScope") : t("today.allQuiet"),
      words: t("today.allQuietWhy", { accounts, orderDays, on: lastOrderOn ?? "" }),
    };
  };
  return (
    <div className={styles["empty"]}>
      <EmptyState {...words()} />
    </div>
  );
};
