import { obligations } from "@mainstay/contract/obligation";
import { formatShare } from "@mainstay/phrases/format/format-number";
import { Link } from "@tanstack/react-router";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { ErrorState } from "../../components/error-state.tsx";
import { RowSkeleton } from "../../components/skeleton.tsx";
import { useAnswer } from "../../lib/query.ts";
import { useSession } from "../../lib/session.ts";
import { type ObligationDialogKind, ObligationDialogs } from "./obligation-dialogs.tsx";
import { ObligationRow } from "./obligation-row.tsx";
import { OwedTerms } from "./owed-terms.tsx";
import styles from "./obligation.module.css";

/** 服务义务 of one account: what it is owed and why, what waits, what became of the last ones. */
export const ObligationsSection = ({ accountId }: { accountId: string }) => {
  const { t } = useTranslation();
  const { workspace } = useSession();
  const id = useId();
  const [open, setOpen] = useState<{ kind: ObligationDialogKind; id: string } | null>(null);
  const found = useAnswer(obligations.ofAccount, { params: { accountId } });
  const head = (rate?: string) => (
    <div className={styles["sectionHead"]}>
      <h2 id={id}>{t("obligation.section.title")}</h2>
      {rate !== undefined && <span className="muted">{rate}</span>}
      <Link to="/obligations">{t("obligation.section.all")}</Link>
    </div>
  );
  if (found.isError && !found.data)
    return (
      <section aria-labelledby={id}>
        {head()}
        <ErrorState error={found.error} onRetry={() => void found.refetch()} />
      </section>
    );
  if (!found.data)
    return (
      <section aria-labelledby={id}>
        {head()}
        <RowSkeleton rows={3} />
      </section>
    );
  const { data } = found;
  const { rate } = data;
  const chosen = open && [...data.open, ...data.past].find((one) => one.id === open.id);
  const rows = (list: typeof data.open) => (
    <div className={styles["list"]}>
      {list.map((one) => (
        <ObligationRow
          key={one.id}
          obligation={one}
          today={workspace.today}
          showAccount={false}
          onDialog={(kind) => setOpen({ kind, id: one.id })}
        />
      ))}
    </div>
  );
  return (
    <section aria-labelledby={id}>
      {head(
        rate.rate === null
          ? t("obligation.section.rateNone")
          : t("obligation.section.rate", { share: formatShare(rate.rate) }) +
              t("obligation.section.rateOf", { onTime: rate.onTime, due: rate.due }),
      )}
      <OwedTerms owed={data} />
      {data.open.length === 0 ? (
        <p className="muted">{t("obligation.section.openNone")}</p>
      ) : (
        rows(data.open)
      )}
      {data.past.length > 0 && (
        <>
          <h3 className={styles["sub"]}>{t("obligation.section.past")}</h3>
          {rows(data.past)}
        </>
      )}
      <ObligationDialogs
        open={open && chosen ? { kind: open.kind, obligation: chosen } : null}
        today={workspace.today}
        onClose={() => setOpen(null)}
      />
    </section>
  );
};
