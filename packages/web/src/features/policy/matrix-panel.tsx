import { accounts } from "@mainstay/contract/account";
import { policies } from "@mainstay/contract/policy";
import type { EvaluationSettings } from "@mainstay/domain/evaluation/evaluation-settings";
import { keepPreviousData } from "@tanstack/react-query";
import { Tabs } from "antd";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { EmptyState } from "../../components/empty-state.tsx";
import { ErrorState } from "../../components/error-state.tsx";
import { Skeleton } from "../../components/skeleton.tsx";
import { useAnswer } from "../../lib/query.ts";
import { useMay, useSession } from "../../lib/session.ts";
import { useAddressState } from "../../lib/table-state.ts";
import type { AccountSearch } from "../account/account-search.ts";
import { filterOf } from "../account/account-search.ts";
import { DraftPanel } from "./draft-panel.tsx";
import { MatrixLegend } from "./matrix-legend.tsx";
import { MatrixField } from "./matrix-field.tsx";
import styles from "./matrix-panel.module.css";
import { PolicyForm } from "./policy-form.tsx";
import type { PolicyDraft } from "./policy-draft.ts";
import { usePolicyDraft } from "./policy-draft.ts";
import { PolicyHistory } from "./policy-history.tsx";
import { previewMoves } from "./preview-moves.ts";
import { Proposals } from "./proposals.tsx";

interface InForce {
  version: number;
  settings: EvaluationSettings;
}

/** The matrix over the filter of the table; its lines move as a draft, are simulated, then published. */
export const MatrixPanel = () => {
  const [search] = useAddressState<AccountSearch>();
  const policy = useAnswer(policies.get, {});
  const matrix = useAnswer(
    accounts.matrix,
    { query: filterOf(search) },
    { placeholderData: keepPreviousData },
  );
  const failed = policy.error ?? (matrix.data ? null : matrix.error);
  if (failed)
    return (
      <ErrorState
        error={failed}
        onRetry={() => void Promise.all([policy.refetch(), matrix.refetch()])}
      />
    );
  if (!policy.data || !matrix.data) return <Skeleton lines={12} height={24} />;
  return <Panel inForce={policy.data} matrix={matrix.data} />;
};

const Panel = ({
  inForce,
  matrix,
}: {
  inForce: InForce;
  matrix: { omitted: number; points: Parameters<typeof previewMoves>[0] };
}) => {
  const { t } = useTranslation();
  const { workspace } = useSession();
  const mayMove = useMay("policy.simulate");
  const draft: PolicyDraft = usePolicyDraft(inForce);
  const { points } = matrix;
  const moves = useMemo(
    () => (draft.isChanged ? previewMoves(points, draft.settings) : []),
    [points, draft.isChanged, draft.settings],
  );
  const shared = { settings: draft.settings, mayMove, onChange: draft.change };
  return (
    <>
      <div className={styles["panel"]}>
        <div className={styles["picture"]}>
          {points.length === 0 ? (
            <EmptyState title={t("policy.noPoints")} words={t("policy.noPointsWhy")} />
          ) : (
            <>
              <MatrixField
                {...shared}
                points={points}
                currency={workspace.baseCurrency}
                moves={moves}
              />
              <MatrixLegend
                about={[
                  t("policy.legend"),
                  ...(matrix.omitted > 0 ? [t("policy.omitted", { count: matrix.omitted })] : []),
                ].join(" · ")}
              />
            </>
          )}
        </div>
        <DraftPanel
          draft={draft}
          version={inForce.version}
          moves={moves}
          currency={workspace.baseCurrency}
          mayMove={mayMove}
        />
      </div>
      <Tabs
        className={styles["tabs"]}
        items={[
          {
            key: "proposals",
            label: t("policy.proposals"),
            children: <Proposals currency={workspace.baseCurrency} />,
          },
          {
            key: "rules",
            label: t("policy.rules"),
            children: <PolicyForm {...shared} currency={workspace.baseCurrency} />,
          },
          {
            key: "history",
            label: t("policy.history"),
            children: (
              <PolicyHistory
                version={inForce.version}
                mayDraft={mayMove}
                onRestore={(settings) => draft.change(settings)}
              />
            ),
          },
        ]}
      />
    </>
  );
};
