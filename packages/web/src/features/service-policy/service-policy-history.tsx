import { type ServicePolicyView, servicePolicies } from "@mainstay/contract/service-policy";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { Day, Instant } from "../../components/day.tsx";
import { ErrorState } from "../../components/error-state.tsx";
import { Skeleton } from "../../components/skeleton.tsx";
import { usePagedAnswer } from "../../lib/paged-answer.ts";
import { useSession } from "../../lib/session.ts";
import styles from "./service-policy.module.css";

/** Every published version: from which day, by whom, why; any can be taken as a draft. */
export const ServicePolicyHistory = ({
  mayDraft,
  onRestore,
}: {
  mayDraft: boolean;
  onRestore: (lines: ServicePolicyView["lines"]) => void;
}) => {
  const { t } = useTranslation();
  const { workspace } = useSession();
  const found = usePagedAnswer(servicePolicies.history, { query: {} });
  if (found.isError) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  if (!found.data) return <Skeleton lines={3} />;
  const items = found.data.pages.flatMap((page) => page.items);
  if (items.length === 0) return <p className="muted">{t("servicePolicy.historyEmpty")}</p>;
  return (
    <>
      <ul className={styles["history"]}>
        {items.map((policy) => (
          <li key={policy.version}>
            <div>
              <p>
                <strong>{t("servicePolicy.version", { version: policy.version })}</strong>{" "}
                <span className={styles["tag"]} data-state={policy.state}>
                  {t(
                    policy.state === "in_force"
                      ? "servicePolicy.inForce"
                      : policy.state === "scheduled"
                        ? "servicePolicy.scheduled"
                        : "servicePolicy.past",
                  )}
                </span>{" "}
                <span className="muted">
                  {t("servicePolicy.effective")}{" "}
                  <Day on={policy.effectiveFrom} today={workspace.today} absolute />
                  {policy.publishedBy !== null &&
                    ` · ${t("servicePolicy.by", { name: policy.publishedBy.name })}`}
                  {" · "}
                  <Instant at={policy.publishedAt} />
                </span>
              </p>
              {policy.note !== "" && <p>{policy.note}</p>}
            </div>
            {mayDraft && (
              <Button size="small" type="text" onClick={() => onRestore(policy.lines)}>
                {t("servicePolicy.restore")}
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
