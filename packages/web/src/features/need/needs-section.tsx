import { needs } from "@mainstay/contract/need";
import { Link } from "@tanstack/react-router";
import { Button } from "antd";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { ErrorState } from "../../components/error-state.tsx";
import { RowSkeleton } from "../../components/skeleton.tsx";
import { useAnswer } from "../../lib/query.ts";
import { useMay } from "../../lib/session.ts";
import { Section } from "../account-page/section.tsx";
import { FunnelPanel } from "./funnel-panel.tsx";
import { NeedRowItem } from "./need-row.tsx";
import styles from "./need.module.css";

const Note = lazy(() =>
  import("./note-need-dialog.tsx").then((m) => ({ default: m.NoteNeedDialog })),
);
const shown = 5;

/** The needs of one account: those that rest longest first, and the funnel they make. */
export const NeedsSection = ({
  account,
  order,
}: {
  account: { id: string; name: string };
  order: number;
}) => {
  const { t } = useTranslation();
  const [isNoting, setNoting] = useState(false);
  const mayNote = useMay("need.edit");
  const found = useAnswer(needs.list, {
    query: { accountId: account.id, sort: "resting", limit: shown },
  });
  const { items = [], total = 0 } = found.data ?? {};
  return (
    <Section
      order={order}
      title={t("need.title")}
      actions={
        <>
          {mayNote && (
            <Button size="small" onClick={() => setNoting(true)}>
              {t("need.note.act")}
            </Button>
          )}
          <Link to="/needs" search={{ account: account.id }}>
            {t("need.section.all")}
          </Link>
        </>
      }
    >
      {found.isError && !found.data ? (
        <ErrorState error={found.error} onRetry={() => void found.refetch()} />
      ) : !found.data ? (
        <RowSkeleton rows={2} />
      ) : (
        <>
          {total === 0 ? (
            <p className="muted">
              {t("need.section.none")} · {t("need.section.noneWords")}
            </p>
          ) : (
            <ul className={styles["list"]}>
              {items.map((need) => (
                <NeedRowItem key={need.id} need={need} />
              ))}
            </ul>
          )}
          {total > shown && (
            <p className="muted">{t("need.section.more", { count: total - shown })}</p>
          )}
          <FunnelPanel filter={{ accountId: account.id }} />
        </>
      )}
      {isNoting && (
        <Suspense>
          <Note account={account} onClose={() => setNoting(false)} />
        </Suspense>
      )}
    </Section>
  );
};
