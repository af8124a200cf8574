import { filingLinks } from "@mainstay/contract/mailbox";
import { Button, Popconfirm } from "antd";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { Instant } from "../../components/day.tsx";
import { useNotice } from "../../lib/notice.tsx";
import { useAct, useAnswer } from "../../lib/query.ts";
import { useMay } from "../../lib/session.ts";
import { Section } from "../account-page/section.tsx";
import styles from "../setting/setting-list.module.css";

const MakeLink = lazy(() =>
  import("./make-filing-link-dialog.tsx").then((m) => ({ default: m.MakeFilingLinkDialog })),
);

/** The links by which an account files cases without signing in; only for who may make them. */
export const FilingLinksSection = (of: { accountId: string; order: number }) =>
  useMay("public_link.make") ? <Links {...of} /> : null;

const Links = ({ accountId, order }: { accountId: string; order: number }) => {
  const { t } = useTranslation();
  const notice = useNotice();
  const [isMaking, setMaking] = useState(false);
  const found = useAnswer(filingLinks.listOfAccount, { params: { accountId } });
  const revoke = useAct(filingLinks.revoke, {
    refresh: [filingLinks.listOfAccount],
    onSuccess: () => notice.done(t("incomingMessage.filing.revoked")),
    onError: notice.refused,
  });
  const items = found.data?.items ?? [];
  return (
    <Section
      order={order}
      title={t("incomingMessage.filing.title")}
      actions={
        <Button size="small" onClick={() => setMaking(true)}>
          {t("incomingMessage.filing.make")}
        </Button>
      }
    >
      <p className="muted">
        {items.length === 0 && found.isSuccess
          ? t("incomingMessage.filing.none")
          : t("incomingMessage.filing.lead")}
      </p>
      {items.length > 0 && (
        <ul className={styles["list"]}>
          {items.map((link) => (
            <li key={link.id} className={styles["item"]}>
              <div className={styles["words"]}>
                <span className={styles["name"]}>
                  {link.person
                    ? t("incomingMessage.filing.forWhom", { name: link.person.name })
                    : t("incomingMessage.filing.forAccount")}
                </span>
                <span className="muted">
                  {link.madeBy &&
                    `${t("incomingMessage.filing.madeBy", { name: link.madeBy.name })} · `}
                  {t("incomingMessage.filing.until")} <Instant at={link.expiresAt} /> ·{" "}
                  {link.lastUsedAt === null ? (
                    t("incomingMessage.filing.never")
                  ) : (
                    <>
                      {t("incomingMessage.filing.lastUsed")} <Instant at={link.lastUsedAt} />
                    </>
                  )}
                </span>
              </div>
              <Popconfirm
                title={t("incomingMessage.filing.revokeAsk")}
                okText={t("incomingMessage.filing.revoke")}
                onConfirm={() => revoke.mutate({ params: { accountId, linkId: link.id } })}
              >
                <Button size="small">{t("incomingMessage.filing.revoke")}</Button>
              </Popconfirm>
            </li>
          ))}
        </ul>
      )}
      <Suspense>
        {isMaking && <MakeLink accountId={accountId} onClose={() => setMaking(false)} />}
      </Suspense>
    </Section>
  );
};
