import { type ConsentView, consents } from "@mainstay/contract/consent";
import { Button, Modal, QRCode } from "antd";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { FormProblem } from "../../components/form-problem.tsx";
import { Skeleton } from "../../components/skeleton.tsx";
import { useAct } from "../../lib/query.ts";
import { CopyLine } from "../setting/copy-line.tsx";
import styles from "./consents.module.css";

/** The person's own way out: a code to scan and a link to send, made when this opens and shown once. */
export const WithdrawalLinkDialog = ({
  consent,
  onClose,
}: {
  consent: ConsentView;
  onClose: () => void;
}) => {
  const { t } = useTranslation();
  const { mutate, data, error } = useAct(consents.makeLink);
  useEffect(() => mutate({ params: { consentId: consent.id } }), [mutate, consent.id]);
  const address = data ? `${window.location.origin}${data.path}` : null;
  return (
    <Modal
      open
      title={t("consent.link.title")}
      onCancel={onClose}
      width={420}
      footer={[
        <Button key="print" disabled={address === null} onClick={() => window.print()}>
          {t("consent.link.print")}
        </Button>,
        <Button key="close" type="primary" onClick={onClose}>
          {t("consent.link.close")}
        </Button>,
      ]}
    >
      <p>{t("consent.link.words", { on: consent.expiresOn })}</p>
      {address === null ? (
        error === null && <Skeleton height={220} />
      ) : (
        <div className={styles["code"]}>
          <div className={styles["paper"]} role="img" aria-label={t("consent.link.title")}>
            <QRCode
              value={address}
              size={200}
              bordered={false}
              color="#000"
              bgColor="#fff"
              type="canvas"
            />
          </div>
          <CopyLine text={address} />
        </div>
      )}
      <FormProblem error={error} />
    </Modal>
  );
};
