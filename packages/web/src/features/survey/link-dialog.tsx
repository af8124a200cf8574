import { Button, Modal } from "antd";
import { useTranslation } from "react-i18next";
import { useNotice } from "../../lib/notice.tsx";
import styles from "./survey.module.css";
import { useDayText } from "./use-day-text.ts";

export interface MadeLink {
  readonly url: string;
  readonly qrSvg: string;
  readonly expiresAt: string;
}

/** A link that was just made, shown this once: as a square to scan, to copy, to print. */
export const LinkDialog = ({
  title,
  words,
  link,
  closesOn,
  onClose,
}: {
  title: string;
  words: string;
  link: MadeLink;
  /** The last day on which it may be answered. */
  closesOn: string;
  onClose: () => void;
}) => {
  const { t } = useTranslation();
  const notice = useNotice();
  const dayText = useDayText();
  const copy = async () => {
    await navigator.clipboard.writeText(link.url);
    notice.done(t("survey.round.linkCopied"));
  };
  return (
    <Modal
      open
      title={title}
      onCancel={onClose}
      rootClassName="print-sheet"
      footer={
        <>
          <Button onClick={() => window.print()}>{t("survey.round.print")}</Button>
          <Button type="primary" onClick={() => void copy()}>
            {t("survey.round.copyLink")}
          </Button>
        </>
      }
    >
      <p>{words}</p>
      <div className={styles["qr"]}>
        <strong>{t("survey.round.scan")}</strong>
        <img
          src={`data:image/svg+xml;utf8,${encodeURIComponent(link.qrSvg)}`}
          alt={t("survey.round.walkInLink")}
        />
        <code>{link.url}</code>
        <span className="muted">{t("survey.round.validUntil", { day: dayText(closesOn) })}</span>
      </div>
    </Modal>
  );
};
