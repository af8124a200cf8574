import { policies } from "@mainstay/contract/policy";
import type { EvaluationSettings } from "@mainstay/domain/evaluation/evaluation-settings";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { Instant } from "../../components/day.tsx";
import { ErrorState } from "../../components/error-state.tsx";
import { Skeleton } from "../../components/skeleton.tsx";
import { usePagedAnswer } from "../../lib/paged-answer.ts";
import styles from "./moves.module.css";

/** Every version that was in force: when, by whom, why; an old one can be taken as a draft. */
export const PolicyHistory = ({
  version,
  mayDraft,
  onRestore,
}: {
  version: number;
  mayDraft: boolean;
  onRestore: (settings: EvaluationSettings) => void;
}) => {
  const { t } = useTranslation();
  const found = usePagedAnswer(policies.history, { query: {} });
  if (found.isError) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  if (!found.data) return <Skeleton lines={3} />;
  const items = found.data.pages.flatMap((page) => page.items);
  if (items.length === 0)
    return (
      <p>
        {t("policy.version", { version: 0 })} · {t("policy.shipped")} · {t("policy.inForce")}
      </p>
    );
  return (
    <>
      <ul className={styles["moves"]}>
        {items.map((policy) => (
          <li key={policy.version} className={styles["move"]}>
            <div className={styles["words"]}>
              <p className={styles["title"]}>
                <strong>{t("policy.version", { version: policy.version })}</strong>
                {policy.version === version && <span>{t("policy.inForce")}</span>}
                <span className="muted">
                  <Instant at={policy.publishedAt} />
                  {policy.publishedBy !== null &&
                    ` · ${t("policy.by", { name: policy.publishedBy.name })}`}
                </span>
              </p>
              {policy.note !== "" && <p className={styles["reason"]}>{policy.note}</p>}
            </div>
            {mayDraft && policy.version !== version && (
              <Button size="small" type="text" onClick={() => onRestore(policy.settings)}>
                {t("policy.restore")}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {found.hasNextPage && (
        <Button type="text" size="small" onClick={() => void found.fetchNextPage()}>
          {t("app.moreRows")}
        </Button>
      )}
    </>
  );
};
