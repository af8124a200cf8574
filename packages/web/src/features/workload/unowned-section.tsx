import { accounts } from "@mainstay/contract/account";
import { handovers } from "@mainstay/contract/handover";
import { signals } from "@mainstay/contract/signal";
import { tasks } from "@mainstay/contract/task";
import { today } from "@mainstay/contract/today";
import { type WorkloadView, workloads } from "@mainstay/contract/workload";
import type { HandoverSide } from "@mainstay/domain/handover/handover-kind";
import type { ObligationKind } from "@mainstay/domain/obligation/obligation-kind";
import type { SignalKind } from "@mainstay/domain/signal/signal-kind";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Money } from "../../components/money.tsx";
import { UserSelect } from "../../components/user-select.tsx";
import { call } from "../../lib/call.ts";
import { useNotice } from "../../lib/notice.tsx";
import { refreshKept } from "../../lib/optimistic.ts";
import { useMay } from "../../lib/session.ts";
import styles from "./team-screen.module.css";

type Unowned = WorkloadView["unowned"]["items"][number];

/** Gives a thing to a colleague, by the act of its own noun. */
const assign = ({ kind, id, version }: Unowned, userId: string): Promise<unknown> => {
  const ifMatch = version;
  if (kind === "account")
    return call(accounts.edit, {
      params: { accountId: id },
      ifMatch,
      body: { managerUserId: userId },
    });
  if (kind === "signal")
    return call(signals.assign, {
      params: { signalId: id },
      ifMatch,
      body: { ownerUserId: userId },
    });
  if (kind === "task")
    return call(tasks.edit, { params: { taskId: id }, ifMatch, body: { ownerUserId: userId } });
  return call(handovers.assign, { params: { handoverId: id }, ifMatch, body: { userId } });
};

const useWhat = () => {
  const { t } = useTranslation();
  return ({ kind, title, code }: Unowned): string => {
    if (kind === "task") return title ?? "";
    if (kind === "signal") return t(`glossary.signalKind.${code as SignalKind}`);
    if (kind === "obligation") return t(`glossary.obligationKind.${code as ObligationKind}`);
    if (kind === "handover") return t(`handover.side.${code as HandoverSide}`);
    return t("workload.unowned.kind.account");
  };
};

const Row = ({ item, currency }: { item: Unowned; currency: string }) => {
  const { t } = useTranslation();
  const what = useWhat();
  const notice = useNotice();
  const may = {
    account: useMay("account.edit"),
    signal: useMay("signal.work"),
    task: useMay("task.edit"),
    handover: useMay("handover.work"),
    obligation: false,
  }[item.kind];
  const [isBusy, setBusy] = useState(false);
  const give = async (userId: string | null) => {
    if (userId === null) return;
    setBusy(true);
    try {
      await assign(item, userId);
      notice.done(t("workload.unowned.assigned"));
    } catch (error) {
      notice.refused(error);
    }
    setBusy(false);
    await refreshKept(workloads.get, today.get, accounts.list, signals.list);
  };
  return (
    <li className={styles["unowned"]}>
      <span className={styles["kind"]}>{t(`workload.unowned.kind.${item.kind}`)}</span>
      <span className={styles["what"]}>
        {item.account !== null && (
          <Link to="/accounts/$accountId" params={{ accountId: item.account.id }}>
            {item.account.name}
          </Link>
        )}
        {item.kind !== "account" && <span>{what(item)}</span>}
        <span className={styles["note"]}>
          {[
            item.dueOn !== null && t("workload.unowned.due", { on: item.dueOn }),
            item.gone !== null && t("workload.unowned.gone", { name: item.gone.name }),
          ]
            .filter(Boolean)
            .join(" · ")}
        </span>
      </span>
      <Money minor={item.moneyMinor} currency={currency} />
      <span className={styles["give"]} aria-busy={isBusy}>
        {may ? (
          <UserSelect
            value={null}
            label={t("workload.unowned.assignTo")}
            nobody={t("workload.unowned.assign")}
            onChange={(userId) => void give(userId)}
          />
        ) : (
          item.kind === "obligation" && (
            <span className="muted">{t("workload.unowned.viaManager")}</span>
          )
        )}
      </span>
    </li>
  );
};

/** What nobody answers for, the dearest first, each with its way to somebody. */
export const UnownedSection = ({ view }: { view: WorkloadView }) => {
  const { t } = useTranslation();
  const { items, ...counts } = view.unowned;
  const plural = {
    accounts: "account",
    signals: "signal",
    obligations: "obligation",
    tasks: "task",
    handovers: "handover",
  } as const;
  const said = (Object.keys(plural) as (keyof typeof plural)[])
    .filter((key) => counts[key] > 0)
    .map((key) => t(`workload.unowned.count.${plural[key]}`, { count: counts[key] }));
  const isShortened = Object.values(counts).reduce((sum, count) => sum + count, 0) > items.length;
  return (
    <section aria-labelledby="unowned" className={styles["section"]}>
      <h2 id="unowned">{t("workload.unowned.title")}</h2>
      {items.length === 0 ? (
        <p className="muted">{t("workload.unowned.none")}</p>
      ) : (
        <>
          <p className={styles["counts"]}>
            {said.join(" · ")}
            {isShortened && <span className="muted"> {t("workload.unowned.more")}</span>}
          </p>
          <ul className={styles["list"]}>
            {items.map((item) => (
              <Row key={`${item.kind} ${item.id}`} item={item} currency={view.baseCurrency} />
            ))}
          </ul>
        </>
      )}
    </section>
  );
};
