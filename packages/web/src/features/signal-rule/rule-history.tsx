import { signalRules } from "@mainstay/contract/signal-rule";
import type { SignalRules } from "@mainstay/domain/signal-rule/signal-rules";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { Instant } from "../../components/day.tsx";
import { ErrorState } from "../../components/error-state.tsx";
import { Skeleton } from "../../components/skeleton.tsx";
import { usePagedAnswer } from "../../lib/paged-answer.ts";
import styles from "../policy/moves.module.css";

/** Every version that was in force: when, by whom, why; an old one can be taken as a draft. */
export const RuleHistory = ({
  version,
  mayChange,
  onRestore,
}: {
  version: number;
  mayChange: boolean;
  onRestore: (rules: SignalRules) => void;
}) => {
  const { t } = useTranslation();
  const found = usePagedAnswer(signalRules.history, { query: {} });
  if (found.isError) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  if (!found.data) return <Skeleton lines={3} />;
  const items = found.data.pages.flatMap((page) => page.items);
  if (items.length === 0)
    return (
      <p>
        {t("signalRule.version", { version: 0 })} · {t("signalRule.shipped")} ·{" "}
        {t("signalRule.inForce")}
      </p>
    );
  return (
    <>
      <ul className={styles["moves"]}>
        {items.map((one) => (
          <li key={one.version} className={styles["move"]}>
            <div className={styles["words"]}>
              <p className={styles["title"]}>
                <strong>{t("signalRule.version", { version: one.version })}</strong>
                {one.version === version && <span>{t("signalRule.inForce")}</span>}
                <span className="muted">
                  <Instant at={one.publishedAt} />
                  {one.publishedBy !== null &&
                    ` · ${t("signalRule.publishedBy", { name: one.publishedBy.name })}`}
                </span>
              </p>
              {one.note !== "" && <p className={styles["reason"]}>{one.note}</p>}
            </div>
            {mayChange && one.version !== version && (
              <Button size="small" type="text" onClick={() => onRestore(one.rules)}>
                {t("signalRule.restore")}
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
