import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { isProblem } from "../lib/problem.ts";
import { useProblemWords } from "../lib/problem-words.ts";
import { NoPermission } from "./no-permission.tsx";
import styles from "./state.module.css";

/** What happened, what to do, and the request id to tell the administrator. */
export const ErrorState = ({
  error,
  onRetry,
  isScreen = false,
}: {
  error: unknown;
  onRetry?: () => void;
  isScreen?: boolean;
}) => {
  const { t } = useTranslation();
  const words = useProblemWords(error);
  if (isProblem(error) && error.status === 403) return <NoPermission words={error.words} />;
  const Title = isScreen ? "h1" : "p";
  return (
    <div className={styles["state"]} data-screen={isScreen || undefined} role="alert">
      <Title className={styles["title"]}>{t("state.failed")}</Title>
      <p className={styles["words"]}>{words}</p>
      {isProblem(error) && error.requestId !== null && (
        <p className={styles["request"]}>
          {t("state.requestId")} <code>{error.requestId}</code>
        </p>
      )}
      {onRetry !== undefined && (
        <div className={styles["action"]}>
          <Button onClick={onRetry}>{t("app.retry")}</Button>
        </div>
      )}
    </div>
  );
};
