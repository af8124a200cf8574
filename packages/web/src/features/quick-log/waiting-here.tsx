import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Icon } from "../../components/icon.tsx";
import styles from "./quick-log.module.css";
import { useOutbox } from "./use-outbox.ts";

/** Logs that are still on this device, of one account or of all; newest first. */
export const WaitingHere = ({ accountId }: { accountId?: string }) => {
  const { t } = useTranslation();
  const waiting = useOutbox().filter(
    ({ draft }) => accountId === undefined || draft?.accountId === accountId,
  );
  if (waiting.length === 0) return null;
  return (
    <section className={styles["waiting"]} aria-label={t("quickLog.waitingHere")}>
      <div className={styles["waitingHead"]}>
        <Icon name="clock" />
        <span>{t("quickLog.waitingCount", { count: waiting.length })}</span>
        <Link to="/outbox">{t("quickLog.waitingAll")}</Link>
      </div>
      <ul>
        {waiting
          .toReversed()
          .slice(0, 3)
          .map(({ clientRef, draft, accountName, refusal }) => (
            <li key={clientRef} data-refused={refusal !== null}>
              <span>
                {draft?.contact?.summary ?? draft?.plan?.title ?? draft?.nextSteps[0]?.title}
              </span>
              <span className="muted">{accountName}</span>
            </li>
          ))}
      </ul>
    </section>
  );
};
