import { caseClosings } from "@mainstay/contract/case-closing";
import { Button, Modal, QRCode } from "antd";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { FormProblem } from "../../components/form-problem.tsx";
import { RowSkeleton } from "../../components/skeleton.tsx";
import { useAct } from "../../lib/query.ts";
import styles from "./closing.module.css";
import { staleAfterClosing } from "./stale-after-closing.ts";

/** Makes a link by which the customer confirms; shown once, as text and as a code to scan. */
export const AskDialog = ({ caseId, onClose }: { caseId: string; onClose: () => void }) => {
  const { t } = useTranslation();
  const ask = useAct(caseClosings.ask, { refresh: staleAfterClosing });
  const [isCopied, setCopied] = useState(false);
  const isAsked = useRef(false);
  useEffect(() => {
    // Once: every asking makes another link.
    if (isAsked.current) return;
    isAsked.current = true;
    ask.mutate({ params: { caseId } });
  }, [ask, caseId]);
  const made = ask.data;
  const link = made?.path ? new URL(made.path, window.location.origin).href : null;
  return (
    <Modal
      open
      title={t("closing.askedTitle")}
      footer={<Button onClick={onClose}>{t("closing.done")}</Button>}
      onCancel={onClose}
      width={440}
    >
      <FormProblem error={ask.error} />
      {made ? (
        <>
          <p>
            {!made.isMailed
              ? t("closing.askedByHand")
              : link === null
                ? t("closing.askedMailedOnly")
                : t("closing.askedMailed")}
          </p>
          {link !== null && (
            <>
              <div className={styles["code"]} role="img" aria-label={t("closing.askedTitle")}>
                <QRCode value={link} size={180} bgColor="#fff" color="#000" type="canvas" />
              </div>
              <p className={styles["path"]}>{link}</p>
              <div className={styles["acts"]}>
                <Button
                  onClick={() =>
                    void navigator.clipboard?.writeText(link).then(() => setCopied(true))
                  }
                >
                  {isCopied ? t("closing.copied") : t("closing.copy")}
                </Button>
              </div>
              <p className="muted">{t("closing.askedOnce", { day: made.expiresAt })}</p>
            </>
          )}
        </>
      ) : (
        !ask.isError && <RowSkeleton rows={2} />
      )}
    </Modal>
  );
};
