import { policies } from "@mainstay/contract/policy";
import { findSettingFaults } from "@mainstay/domain/evaluation/check-evaluation-settings";
import { Button } from "antd";
import { Suspense, lazy, useState } from "react";
import { useTranslation } from "react-i18next";
import { FormProblem } from "../../components/form-problem.tsx";
import { useAct } from "../../lib/query.ts";
import { useMay } from "../../lib/session.ts";
import { CutInputs } from "./cut-inputs.tsx";
import styles from "./matrix-panel.module.css";
import { MovesTable } from "./moves-table.tsx";
import type { PolicyDraft } from "./policy-draft.ts";
import type { PreviewedMove } from "./preview-moves.ts";
import { sumMoves } from "./preview-moves.ts";
import { SimulationResult } from "./simulation-result.tsx";

const Publish = lazy(() =>
  import("./publish-dialog.tsx").then((m) => ({ default: m.PublishDialog })),
);

/** The draft beside the picture: the lines as numbers, who would move, simulate, publish. */
export const DraftPanel = ({
  draft,
  version,
  moves,
  currency,
  mayMove,
}: {
  draft: PolicyDraft;
  version: number;
  moves: readonly PreviewedMove[];
  currency: string;
  mayMove: boolean;
}) => {
  const { t } = useTranslation();
  const mayPublish = useMay("policy.publish");
  const [isPublishing, setPublishing] = useState(false);
  const simulate = useAct(policies.simulate);
  const isStale = draft.isChanged && draft.baseVersion !== version;
  // A simulation speaks of the settings it was asked with, not of later ones.
  const found =
    draft.isChanged && simulate.variables?.body.settings === draft.settings
      ? simulate.data
      : undefined;
  const isSound = findSettingFaults(draft.settings).length === 0;
  return (
    <aside className={styles["draft"]} aria-label={t("policy.cuts")}>
      <div className={styles["draftHead"]}>
        <h2>{t("policy.cuts")}</h2>
        <span className="muted">
          {t("policy.version", { version })}
          {version === 0 && ` · ${t("policy.shipped")}`}
        </span>
      </div>
      <p className="muted">{t(mayMove ? "policy.cutsHint" : "policy.simulateNotYours")}</p>
      <CutInputs settings={draft.settings} mayMove={mayMove} onChange={draft.change} />
      {mayMove && (
        <>
          <p className={styles["preview"]} role="status">
            {!draft.isChanged
              ? t("policy.previewUntouched")
              : moves.length === 0
                ? t("policy.previewNone")
                : t("policy.preview", { count: moves.length })}
          </p>
          {isStale && <p role="alert">{t("policy.stale", { version })}</p>}
          {found === undefined && moves.length > 0 && (
            <MovesTable moves={sumMoves(moves)} currency={currency} />
          )}
          <div className={styles["acts"]}>
            <Button
              type={found === undefined ? "primary" : "default"}
              disabled={!draft.isChanged || !isSound}
              loading={simulate.isPending}
              onClick={() => simulate.mutate({ body: { settings: draft.settings } })}
            >
              {t("policy.simulate")}
            </Button>
            {mayPublish && (
              <Button
                type={found === undefined ? "default" : "primary"}
                disabled={found === undefined || isStale}
                title={found === undefined ? t("policy.publishFirst") : undefined}
                onClick={() => setPublishing(true)}
              >
                {t("policy.publish")}
              </Button>
            )}
            {draft.isChanged && (
              <Button type="text" onClick={draft.reset}>
                {t("policy.reset")}
              </Button>
            )}
          </div>
          {!mayPublish && <p className="muted">{t("policy.publishNotYours")}</p>}
          <FormProblem error={simulate.error} />
          {found !== undefined && <SimulationResult found={found} currency={currency} />}
        </>
      )}
      {isPublishing && (
        <Suspense>
          <Publish draft={draft} onClose={() => setPublishing(false)} />
        </Suspense>
      )}
    </aside>
  );
};
