import { type PromiseView, promises } from "@mainstay/contract/promise";
import { Button, Drawer } from "antd";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { EmptyState } from "../../components/empty-state.tsx";
import { ErrorState } from "../../components/error-state.tsx";
import { RowSkeleton } from "../../components/skeleton.tsx";
import { useIsPhone } from "../../lib/media.ts";
import { isProblem } from "../../lib/problem.ts";
import { useAnswer } from "../../lib/query.ts";
import { PromiseFacts } from "./promise-facts.tsx";
import { PromiseMark } from "./promise-marks.tsx";
import { PromiseSteps } from "./promise-steps.tsx";
import { promiseActs, type PromiseActName } from "./promise-dialog-fields.ts";
import styles from "./promise.module.css";

const Act = lazy(() => import("./promise-dialog.tsx").then((m) => ({ default: m.PromiseDialog })));
const Files = lazy(() =>
  import("../evidence-file/evidence-files.tsx").then((m) => ({ default: m.EvidenceFiles })),
);
const Edit = lazy(() =>
  import("./edit-promise-dialog.tsx").then((m) => ({ default: m.EditPromiseDialog })),
);

/** One promise: who owes what to whom by when, what became of it, and what may be done now. */
export const PromiseDrawer = ({
  promiseId,
  onClose,
}: {
  promiseId: string;
  onClose: () => void;
}) => {
  const { t } = useTranslation();
  const isPhone = useIsPhone();
  const found = useAnswer(promises.get, { params: { promiseId } });
  const promise = found.data;
  return (
    <Drawer
      open
      title={promise?.title ?? t("promise.title")}
      onClose={onClose}
      size={isPhone ? "100%" : 460}
    >
      {isProblem(found.error, "promise.not_found") ? (
        <EmptyState title={t("promise.notFound")} words={found.error.words} />
      ) : found.isError && !promise ? (
        <ErrorState error={found.error} onRetry={() => void found.refetch()} />
      ) : !promise ? (
        <RowSkeleton rows={5} />
      ) : (
        <Opened key={promise.id} promise={promise} />
      )}
    </Drawer>
  );
};

const Opened = ({ promise }: { promise: PromiseView }) => {
  const { t } = useTranslation();
  const [dialog, setDialog] = useState<PromiseActName | "edit" | null>(null);
  const close = () => setDialog(null);
  const acts = promiseActs.filter((act) => promise.can[act]);
  return (
    <div className={styles["opened"]}>
      <PromiseMark promise={promise} />
      {(acts.length > 0 || promise.can.edit) && (
        <div className={styles["acts"]}>
          {acts.map((act) => (
            <Button
              key={act}
              size="small"
              type={act === "keep" ? "primary" : "default"}
              onClick={() => setDialog(act)}
            >
              {t(`promise.act.${act}`)}
            </Button>
          ))}
          {promise.can.edit && (
            <Button size="small" onClick={() => setDialog("edit")}>
              {t("promise.act.edit")}
            </Button>
          )}
        </div>
      )}
      <PromiseFacts promise={promise} />
      <Suspense>
        <Files of={{ promiseId: promise.id }} level="h3" />
      </Suspense>
      <section>
        <h3>{t("promise.stepsTitle")}</h3>
        <PromiseSteps steps={promise.steps} />
      </section>
      <Suspense>
        {dialog === "edit" && <Edit promise={promise} onClose={close} />}
        {dialog !== null && dialog !== "edit" && (
          <Act key={dialog} act={dialog} promise={promise} onClose={close} />
        )}
      </Suspense>
    </div>
  );
};
