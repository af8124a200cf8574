import { type NeedView, needs } from "@mainstay/contract/need";
import { type NeedState, needStates } from "@mainstay/domain/need/need-kind";
import { Link, useParams } from "@tanstack/react-router";
import { Button, Dropdown } from "antd";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { Day } from "../../components/day.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { ErrorState } from "../../components/error-state.tsx";
import { PageHeader, Screen } from "../../components/page-header.tsx";
import { LoadingScreen } from "../../components/skeleton.tsx";
import { isProblem } from "../../lib/problem.ts";
import { useAnswer } from "../../lib/query.ts";
import { NeedFacts, NeedFitTable } from "./need-facts.tsx";
import { FitMark, NeedStateMark, RestMark } from "./need-marks.tsx";
import styles from "./need.module.css";

const Step = lazy(() =>
  import("./step-need-dialog.tsx").then((m) => ({ default: m.StepNeedDialog })),
);
const Edit = lazy(() =>
  import("./edit-need-dialog.tsx").then((m) => ({ default: m.EditNeedDialog })),
);
const Decline = lazy(() =>
  import("./decline-need-dialog.tsx").then((m) => ({ default: m.DeclineNeedDialog })),
);

const Files = lazy(() =>
  import("../evidence-file/evidence-files.tsx").then((m) => ({ default: m.EvidenceFiles })),
);

/** The closed loop this need belongs to, where it came from a dissatisfied answer. */
const LoopStrip = lazy(() =>
  import("../feedback-loop/loop-strip.tsx").then((m) => ({ default: m.LoopStrip })),
);

type Stand = Exclude<NeedState, "declined">;
const way = needStates.filter((state): state is Stand => state !== "declined");

/** One need: where it stands and whether it is worth it, what to do next, and every step with what it rests on. */
export const NeedScreen = () => {
  const { needId } = useParams({ from: "/workspace/needs/$needId" });
  const { t } = useTranslation();
  const found = useAnswer(needs.get, { params: { needId } });
  const [dialog, setDialog] = useState<"edit" | "decline" | Stand | null>(null);
  if (isProblem(found.error, "need.not_found"))
    return (
      <EmptyState
        isScreen
        title={t("need.notFound")}
        words={found.error.words}
        action={<Link to="/needs">{t("need.toList")}</Link>}
      />
    );
  if (found.isError && !found.data)
    return <ErrorState error={found.error} isScreen onRetry={() => void found.refetch()} />;
  const need = found.data;
  if (!need) return <LoadingScreen />;
  const close = () => setDialog(null);
  return (
    <Screen>
      <PageHeader
        tabTitle={need.title}
        title={need.title}
        lead={
          <span className={styles["rowMarks"]}>
            <Link to="/accounts/$accountId" params={{ accountId: need.account.id }}>
              {need.account.name}
            </Link>
            <NeedStateMark state={need.state} />
            <RestMark need={need} />
            <FitMark fit={need.fit} />
          </span>
        }
        actions={<Acts need={need} onAct={setDialog} />}
      />
      <Way need={need} />
      <Suspense>
        <LoopStrip needId={needId} />
      </Suspense>
      <div className={styles["columns"]}>
        <div>
          {need.description !== "" && <p className={styles["words"]}>{need.description}</p>}
          {need.state === "declined" && (
            <p className={styles["words"]}>
              <strong>{t("need.declinedBecause")}</strong> {need.declinedBecause}{" "}
              <span className="muted">
                {need.declinedToldOn === null
                  ? t("need.declinedNotTold")
                  : t("need.declinedTold", { on: need.declinedToldOn })}
              </span>
            </p>
          )}
          <section className={styles["section"]}>
            <h2>{t("need.steps")}</h2>
            <Steps need={need} />
          </section>
          <div className={styles["section"]}>
            <Suspense>
              <Files of={{ needId }} />
            </Suspense>
          </div>
        </div>
        <div>
          <NeedFacts need={need} />
          <section className={styles["section"]}>
            <h2>{t("need.fit.title")}</h2>
            <NeedFitTable need={need} />
          </section>
        </div>
      </div>
      <Suspense>
        {dialog === "edit" && <Edit need={need} onClose={close} />}
        {dialog === "decline" && <Decline need={need} onClose={close} />}
        {dialog !== null && dialog !== "edit" && dialog !== "decline" && (
          <Step key={dialog} need={need} to={dialog} onClose={close} />
        )}
      </Suspense>
    </Screen>
  );
};

const Acts = ({
  need,
  onAct,
}: {
  need: NeedView;
  onAct: (act: "edit" | "decline" | Stand) => void;
}) => {
  const { t } = useTranslation();
  const at = way.indexOf(need.state as Stand);
  const steps = need.can.steps.filter((to): to is Stand => to !== "declined");
  const onward = steps.filter((to) => way.indexOf(to) > at);
  const back = steps.filter((to) => way.indexOf(to) < at);
  return (
    <div className={styles["acts"]}>
      {need.can.edit && <Button onClick={() => onAct("edit")}>{t("need.edit.act")}</Button>}
      {back.length > 0 && (
        <Dropdown
          trigger={["click"]}
          menu={{
            items: back.map((to) => ({
              key: to,
              label: t("need.step.backTo", { state: t(`need.state.${to}`) }),
              onClick: () => onAct(to),
            })),
          }}
        >
          <Button>{t("need.step.back")}…</Button>
        </Dropdown>
      )}
      {need.can.decline && (
        <Button onClick={() => onAct("decline")}>{t("need.decline.act")}</Button>
      )}
      {onward.map((to) => (
        <Button
          key={to}
          type={need.state === "declined" ? "default" : "primary"}
          onClick={() => onAct(to)}
        >
          {t("need.step.act", { state: t(`need.state.${to}`) })}
        </Button>
      ))}
    </div>
  );
};

/** The way of a need: what it has reached, where it is, what each step means. */
const Way = ({ need }: { need: NeedView }) => {
  const { t } = useTranslation();
  const at = way.indexOf(need.state as Stand);
  return (
    <ol className={styles["way"]}>
      {way.map((state, place) => (
        <li
          key={state}
          {...(place <= at && { "data-reached": true })}
          {...(place === at && { "aria-current": "step" as const })}
        >
          <strong>{t(`need.state.${state}`)}</strong>
          {t(`need.stateWhy.${state}`)}
        </li>
      ))}
    </ol>
  );
};

const Steps = ({ need }: { need: NeedView }) => {
  const { t } = useTranslation();
  if (need.steps.length === 0) return <p className="muted">{t("need.stepsNone")}</p>;
  return (
    <ol className={styles["steps"]}>
      {need.steps.toReversed().map((step) => (
        <li key={step.id}>
          <span className={styles["rowMarks"]}>
            <NeedStateMark state={step.to} />
            <Day on={step.onDay} />
            {step.person !== null && <span>{step.person.name}</span>}
            {step.madeBy !== null && <span className="muted">{step.madeBy.name}</span>}
          </span>
          <p>{step.evidence}</p>
        </li>
      ))}
    </ol>
  );
};
