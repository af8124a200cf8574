import type { RescueOfferView, RescueView } from "@mainstay/contract/rescue";
import type { RescueStatus } from "@mainstay/domain/rescue/rescue-kind";
import { Link } from "@tanstack/react-router";
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { FormulaHint } from "../../components/formula-hint.tsx";
import { Money } from "../../components/money.tsx";
import { Share } from "../../components/share.tsx";
import { useSession } from "../../lib/session.ts";
import { AddRescueTaskDialog } from "./add-rescue-task-dialog.tsx";
import { CloseRescueDialog } from "./close-rescue-dialog.tsx";
import { OfferDayDialog } from "./offer-day-dialog.tsx";
import { OfferDialog } from "./offer-dialog.tsx";
import { OfferRow } from "./offer-row.tsx";
import styles from "./rescue.module.css";

const toneOf: Record<RescueStatus, "good" | "bad" | "wait"> = {
  running: "wait",
  saved: "good",
  partly: "good",
  lost: "bad",
};

type Dialog = "offer" | "task" | "close" | RescueOfferView;

/** One rescue as a person reads it: what for, how much, what was offered and answered, what came of it. */
export const RescueCard = ({
  rescue,
  today,
  showAccount = false,
}: {
  rescue: RescueView;
  today: string;
  showAccount?: boolean;
}) => {
  const { t } = useTranslation();
  const { workspace } = useSession();
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const currency = workspace.baseCurrency;
  const { can, owner, openedOn } = rescue;
  const close = () => setDialog(null);
  return (
    <article className={styles["card"]}>
      <div className={styles["head"]}>
        <div className={styles["name"]}>
          {showAccount && (
            <Link to="/accounts/$accountId/cycle" params={{ accountId: rescue.account.id }}>
              {rescue.account.name}
            </Link>
          )}
          <span className="muted">
            {owner === null
              ? t("rescue.ofNobody", { on: openedOn })
              : t("rescue.of", { name: owner.name, on: openedOn })}
          </span>
          {rescue.signal !== null && (
            <span className="muted">
              {t("rescue.because", { kind: t(`glossary.signalKind.${rescue.signal.kind}`) })}
            </span>
          )}
        </div>
        <span className={styles["status"]} data-tone={toneOf[rescue.status]}>
          {t(`rescue.status.${rescue.status}`)}
        </span>
      </div>
      <p className={styles["goal"]}>{rescue.goal}</p>
      <Figures rescue={rescue} currency={currency} />
      {rescue.resultNote !== null && <p className={styles["goal"]}>{rescue.resultNote}</p>}
      {rescue.offers.length > 0 && (
        <div className={styles["part"]}>
          <h4>{t("rescue.offers")}</h4>
          {rescue.offers.map((offer) => (
            <OfferRow key={offer.id} offer={offer} currency={currency} onNote={setDialog} />
          ))}
        </div>
      )}
      {rescue.tasks.length > 0 && <Tasks rescue={rescue} />}
      {can.offer && (
        <div className={styles["acts"]}>
          <Button size="small" onClick={() => setDialog("offer")}>
            {t("rescue.offer")}
          </Button>
          <Button size="small" onClick={() => setDialog("task")}>
            {t("rescue.addTask")}
          </Button>
          <Button size="small" onClick={() => setDialog("close")}>
            {t("rescue.close")}
          </Button>
        </div>
      )}
      {dialog === "offer" && <OfferDialog rescueId={rescue.id} onClose={close} />}
      {dialog === "task" && (
        <AddRescueTaskDialog rescueId={rescue.id} today={today} onClose={close} />
      )}
      {dialog === "close" && <CloseRescueDialog rescue={rescue} onClose={close} />}
      {typeof dialog === "object" && dialog !== null && (
        <OfferDayDialog offer={dialog} today={today} onClose={close} />
      )}
    </article>
  );
};

const Figures = ({ rescue, currency }: { rescue: RescueView; currency: string }) => {
  const { t } = useTranslation();
  return (
    <dl className={styles["figures"]}>
      <div>
        <dt>{t("rescue.atStake")}</dt>
        <dd>
          <Money minor={rescue.stakeMinor} currency={currency} />
        </dd>
      </div>
      {rescue.avoidedLossMinor !== null && (
        <>
          <div>
            <dt>{t("rescue.cost")}</dt>
            <dd>
              <Money minor={rescue.costMinor} currency={currency} />
            </dd>
          </div>
          <div>
            <dt>{t("rescue.avoided")}</dt>
            <dd>
              <FormulaHint
                title={t("rescue.avoided")}
                formula={t("rescue.avoidedFormula")}
                inputs={[
                  {
                    key: "stake",
                    label: t("rescue.atStake"),
                    value: <Money minor={rescue.stakeMinor} currency={currency} />,
                  },
                  {
                    key: "share",
                    label: t("rescue.share"),
                    value: <Share of={rescue.shareKept ?? 0} />,
                  },
                  {
                    key: "cost",
                    label: t("rescue.cost"),
                    value: <Money minor={rescue.costMinor} currency={currency} />,
                  },
                ]}
              >
                <Money minor={rescue.avoidedLossMinor} currency={currency} />
              </FormulaHint>
            </dd>
          </div>
        </>
      )}
    </dl>
  );
};

const Tasks = ({ rescue }: { rescue: RescueView }) => {
  const { t } = useTranslation();
  return (
    <div className={styles["part"]}>
      <h4>{t("rescue.tasks")}</h4>
      {rescue.tasks.map((task) => (
        <div key={task.id} className={styles["row"]}>
          <span>{task.title}</span>
          <span className={styles["about"]}>
            {task.ownerName !== null && <span>{task.ownerName}</span>}
            {task.status === "open"
              ? task.dueOn !== null && <span>{t("rescue.due", { on: task.dueOn })}</span>
              : t(task.status === "done" ? "rescue.done" : "rescue.dropped")}
          </span>
        </div>
      ))}
    </div>
  );
};
