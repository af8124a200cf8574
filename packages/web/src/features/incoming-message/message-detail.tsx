import { type IncomingMessageView, incomingMessages } from "@mainstay/contract/incoming-message";
import { apiPrefix } from "@mainstay/contract/endpoint/headers";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Instant } from "../../components/day.tsx";
import { ErrorState } from "../../components/error-state.tsx";
import { RowSkeleton } from "../../components/skeleton.tsx";
import { useAnswer } from "../../lib/query.ts";
import styles from "./incoming.module.css";
import { SortMessage } from "./sort-message.tsx";

/** One message whole, always as text, and what may be done with it. */
export const MessageDetail = ({ messageId, onDone }: { messageId: string; onDone: () => void }) => {
  const found = useAnswer(incomingMessages.get, { params: { messageId } });
  if (found.isError) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  if (!found.data) return <RowSkeleton rows={6} />;
  const message = found.data;
  return (
    <div className={styles["detail"]}>
      <Head message={message} />
      <Words message={message} />
      <Files message={message} />
      {message.can.sort && <SortMessage key={message.version} message={message} onDone={onDone} />}
    </div>
  );
};

const Head = ({ message }: { message: IncomingMessageView }) => {
  const { t } = useTranslation();
  const contact = [message.fromAddress, message.fromPhone].filter((one) => one !== "").join(" · ");
  return (
    <header>
      <h2>{message.subject || t("incomingMessage.noSubject")}</h2>
      <p className="muted">
        {message.fromName || t("incomingMessage.nobody")}
        {contact !== "" && ` · ${contact}`}
        {message.fromCompany !== "" && ` · ${message.fromCompany}`}
        {" · "}
        <Instant at={message.receivedAt} />
      </p>
      {message.because !== null && (
        <p>
          {t(`incomingMessage.because.${message.because}`)}
          {message.note !== "" && `：${message.note}`}
        </p>
      )}
      {message.sortedBy && (
        <p className="muted">{t("incomingMessage.sortedBy", { name: message.sortedBy.name })}</p>
      )}
      {message.caseId !== null && message.caseNumber !== null && (
        <Link to="/cases/$caseId" params={{ caseId: message.caseId }}>
          {t("incomingMessage.openCase", { number: message.caseNumber })}
        </Link>
      )}
    </header>
  );
};

const Words = ({ message: { words, quoted } }: { message: IncomingMessageView }) => {
  const { t } = useTranslation();
  return (
    <>
      <p className={styles["words"]}>{words || t("incomingMessage.noWords")}</p>
      {quoted !== "" && (
        <details>
          <summary>{t("incomingMessage.quoted")}</summary>
          <p className={styles["words"]}>{quoted}</p>
        </details>
      )}
    </>
  );
};

const Files = ({ message: { id, attachments } }: { message: IncomingMessageView }) => {
  const { t } = useTranslation();
  if (attachments.length === 0) return null;
  return (
    <section>
      <h3>{t("incomingMessage.files")}</h3>
      <ul className={styles["files"]}>
        {attachments.map((file) => (
          <li key={file.id}>
            {file.refusedBecause === null ? (
              <a href={`${apiPrefix}/incoming-messages/${id}/files/${file.id}`} download>
                {file.name}
              </a>
            ) : (
              <span className="muted">
                {file.name} · {t(`incomingMessage.refused.${file.refusedBecause}`)}
              </span>
            )}{" "}
            <span className="muted numeric">{Math.ceil(file.sizeBytes / 1024)} KB</span>
          </li>
        ))}
      </ul>
    </section>
  );
};
