import { type ConsentView, consents } from "@mainstay/contract/consent";
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { addressOf } from "../../lib/call.ts";
import { useScopeWords } from "./scope-words.ts";
import { ConsentMark } from "./consent-mark.tsx";
import styles from "./consents.module.css";

/** One consent: what for, how it was given, until when, what rests on it, and the way out of it. */
export const ConsentRow = ({
  consent,
  onWithdraw,
  onLink,
}: {
  consent: ConsentView;
  onWithdraw: () => void;
  onLink: () => void;
}) => {
  const { t } = useTranslation();
  const scopeWords = useScopeWords();
  const [isOpen, setOpen] = useState(false);
  const { state, can, withdrawnVia } = consent;
  const hasEnded = state === "withdrawn" || state === "expired";
  const via = ["link", "noted", "subject_request"].find((one) => one === withdrawnVia);
  return (
    <li className={styles["row"]} data-ended={hasEnded || undefined}>
      <div className={styles["head"]}>
        <span className={styles["scope"]}>{scopeWords(consent.scope)}</span>
        <ConsentMark state={state} />
        {consent.isSensitive && <span className="muted">{t("consent.sensitive")}</span>}
      </div>
      <div className={styles["facts"]}>
        <span>{t("consent.givenOn", { on: consent.givenOn })}</span>
        <span>{t(`glossary.consentMethod.${consent.method}`)}</span>
        {consent.witness !== null && <span>{t("consent.witness", { name: consent.witness })}</span>}
        {consent.guardian !== null && (
          <span>{t("consent.guardian", { name: consent.guardian })}</span>
        )}
        <span>
          {consent.withdrawnAt === null
            ? t("consent.until", { on: consent.expiresOn })
            : t("consent.withdrawnAt", { on: consent.withdrawnAt.slice(0, 10) })}
        </span>
        {consent.withdrawnAt !== null && withdrawnVia !== null && (
          <span>{via ? t(`consent.via.${via as "link"}`) : withdrawnVia}</span>
        )}
        {consent.facts > 0 && <span>{t("consent.facts", { count: consent.facts })}</span>}
        {consent.collectedBy && <span>{t("consent.by", { name: consent.collectedBy.name })}</span>}
      </div>
      <div className="muted">{consent.purpose}</div>
      {state === "outdated" && <p className="muted">{t("consent.outdatedHint")}</p>}
      <div className={styles["acts"]}>
        {consent.words !== null && (
          <Button size="small" type="text" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {t("consent.words")}
          </Button>
        )}
        {consent.evidence && (
          <Button
            size="small"
            type="text"
            href={addressOf(consents.evidence, { consentId: consent.id })}
            download
          >
            {t("consent.evidence")}
          </Button>
        )}
        {can.makeLink && (
          <Button size="small" type="text" onClick={onLink}>
            {t("consent.link.act")}
          </Button>
        )}
        {can.withdraw && (
          <Button size="small" type="text" danger onClick={onWithdraw}>
            {t("consent.withdraw.act")}
          </Button>
        )}
      </div>
      {isOpen && <p className={styles["words"]}>{consent.words}</p>}
    </li>
  );
};
