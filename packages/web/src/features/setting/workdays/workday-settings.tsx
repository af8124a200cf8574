import { workdays } from "@mainstay/contract/workday";
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Day } from "../../../components/day.tsx";
import { EmptyState } from "../../../components/empty-state.tsx";
import { ErrorState } from "../../../components/error-state.tsx";
import { Icon } from "../../../components/icon.tsx";
import { PageHeader } from "../../../components/page-header.tsx";
import { RowSkeleton } from "../../../components/skeleton.tsx";
import { useNotice } from "../../../lib/notice.tsx";
import { useAct, useAnswer } from "../../../lib/query.ts";
import { useMay, useSession } from "../../../lib/session.ts";
import styles from "../setting-list.module.css";
import { PasteDaysDialog } from "./paste-days-dialog.tsx";
import { SetDay } from "./set-day.tsx";

/** Holidays and make-up workdays (调休) of a year; the official arrangement with one touch. */
export const WorkdaySettings = () => {
  const { t } = useTranslation();
  const { workspace } = useSession();
  const mayEdit = useMay("setting.edit");
  const notice = useNotice();
  const [year, setYear] = useState(Number(workspace.today.slice(0, 4)));
  const [isPasting, setPasting] = useState(false);
  const found = useAnswer(workdays.list, { query: { year } });
  const shared = { refresh: [workdays.list], onError: notice.refused };
  const adopt = useAct(workdays.adoptOfficial, {
    ...shared,
    onSuccess: ({ days, redated }) =>
      notice.done(
        [
          t("setting.workdays.adopted", { count: days }),
          ...(redated > 0 ? [t("setting.workdays.redated", { count: redated })] : []),
        ].join(" · "),
      ),
  });
  const remove = useAct(workdays.remove, {
    ...shared,
    onSuccess: () => notice.done(t("setting.workdays.removed")),
  });
  const items = found.data?.items ?? [];
  return (
    <>
      <PageHeader title={t("setting.workdays.title")} lead={t("setting.workdays.lead")} />
      <div className={styles["years"]}>
        <Button
          icon={<Icon name="left" />}
          aria-label={String(year - 1)}
          onClick={() => setYear(year - 1)}
        />
        <strong aria-live="polite">{year}</strong>
        <Button
          icon={<Icon name="right" />}
          aria-label={String(year + 1)}
          onClick={() => setYear(year + 1)}
        />
        {mayEdit && (
          <>
            <Button loading={adopt.isPending} onClick={() => adopt.mutate({ body: { year } })}>
              {t("setting.workdays.adopt", { year })}
            </Button>
            <Button onClick={() => setPasting(true)}>{t("setting.workdays.paste")}</Button>
          </>
        )}
      </div>
      {found.data && (
        <p className={styles["status"]} data-status={found.data.status}>
          <strong>{t(`setting.workdays.status.${found.data.status}`)}</strong>{" "}
          {t(`setting.workdays.statusWhy.${found.data.status}`)}{" "}
          <span className="muted">
            {t(found.data.isOwn ? "setting.workdays.isOwn" : "setting.workdays.followsShipped")}
          </span>
        </p>
      )}
      {mayEdit && <SetDay year={year} />}
      {found.isError && <ErrorState error={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending && <RowSkeleton rows={3} />}
      {found.isSuccess && items.length === 0 && (
        <EmptyState title={t("setting.workdays.none", { year })} />
      )}
      {items.length > 0 && (
        <ul className={styles["list"]}>
          {items.map((day) => (
            <li key={day.onDate} className={styles["item"]}>
              <div className={styles["words"]}>
                <span className={styles["name"]}>
                  <Day on={day.onDate} absolute />
                </span>
              </div>
              <span>{day.label}</span>
              <span className={styles["aside"]}>
                {t(day.isWorkday ? "setting.workdays.work" : "setting.workdays.off")}
              </span>
              {mayEdit && (
                <Button
                  size="small"
                  type="text"
                  icon={<Icon name="close" size={12} />}
                  aria-label={`${t("app.remove")} · ${day.onDate}`}
                  onClick={() => remove.mutate({ params: { onDate: day.onDate } })}
                />
              )}
            </li>
          ))}
        </ul>
      )}
      {isPasting && <PasteDaysDialog onClose={() => setPasting(false)} />}
    </>
  );
};
