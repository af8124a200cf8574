import type { IncomingMessageRow } from "@mainstay/contract/incoming-message";
import { useTranslation } from "react-i18next";
import { Instant } from "../../components/day.tsx";
import styles from "./incoming.module.css";

/** One message in the list: from whom, about what, why it stands here. */
export const MessageRow = ({
  message,
  onOpen,
}: {
  message: IncomingMessageRow;
  onOpen: () => void;
}) => {
  const { t } = useTranslation();
  const { fromName, fromAddress, subject, excerpt, because, channel, files } = message;
  return (
    <li>
      <button type="button" className={styles["row"]} onClick={onOpen}>
        <span className={styles["from"]}>
          {fromName || fromAddress || t("incomingMessage.nobody")}
        </span>
        <span className={styles["about"]}>
          <strong>{subject || t("incomingMessage.noSubject")}</strong>{" "}
          <span className="muted">{excerpt}</span>
        </span>
        <span className={styles["why"]}>
          {message.account?.name ?? (because ? t(`incomingMessage.because.${because}`) : "")}
          {message.caseNumber !== null && ` #${message.caseNumber}`}
        </span>
        <span className={styles["when"]}>
          {t(`incomingMessage.channel.${channel}`)}
          {files > 0 && ` · ${t("incomingMessage.files")} ${files}`} ·{" "}
          <Instant at={message.receivedAt} />
        </span>
      </button>
    </li>
  );
};
