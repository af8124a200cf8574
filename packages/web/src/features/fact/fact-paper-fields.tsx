import type { ConsentView } from "@mainstay/contract/consent";
import type { FactKindView } from "@mainstay/contract/fact";
import { Button, Form, Input, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Icon } from "../../components/icon.tsx";
import styles from "./dossier.module.css";
import type { FactForm } from "./fact-draft.ts";

/** On what right a fact is kept: the consent that covers it, or a named source; what is missing is named, one click away. */
export const FactPaperFields = ({
  of,
  covering,
  onRecordConsent,
}: {
  of: FactKindView;
  /** Consents of the person that carry this kind now. */
  covering: readonly ConsentView[];
  /** Leads to recording the missing consent; null where the reader may not record one. */
  onRecordConsent: (() => void) | null;
}) => {
  const { t } = useTranslation();
  const basis = Form.useWatch<FactForm["basis"]>("basis") ?? of.defaultBasis;
  const chosen = Form.useWatch<FactForm["consentId"]>("consentId");
  const [isOpen, setIsOpen] = useState(false);
  const kind = t(`glossary.factKind.${of.kind}`);
  const consent = covering.find(({ id }) => id === chosen) ?? covering[0];
  const isChoice = of.bases.length > 1 || covering.length > 1;
  if (!isOpen && basis === "consent" && consent !== undefined)
    return (
      <div className={styles["papers"]}>
        <Form.Item name="basis" hidden>
          <input />
        </Form.Item>
        <Form.Item name="consentId" hidden>
          <input />
        </Form.Item>
        <span>
          {t(`glossary.factBasis.${basis}`)}
          {" · "}
          {t("fact.consentOf", { purpose: consent.purpose, on: consent.expiresOn })}
        </span>
        {isChoice && (
          <Button type="link" size="small" onClick={() => setIsOpen(true)}>
            {t("fact.changePapers")}
          </Button>
        )}
      </div>
    );
  return (
    <>
      {of.bases.length > 1 ? (
        <Form.Item name="basis" label={t("fact.basis")}>
          <Select
            options={of.bases.map((value) => ({ value, label: t(`glossary.factBasis.${value}`) }))}
          />
        </Form.Item>
      ) : (
        <Form.Item name="basis" hidden>
          <input />
        </Form.Item>
      )}
      {basis === "consent" && covering.length > 0 && (
        <Form.Item
          name="consentId"
          label={t("fact.consent")}
          rules={[{ required: true, message: "" }]}
        >
          <Select
            options={covering.map(({ id, purpose, expiresOn }) => ({
              value: id,
              label: t("fact.consentOf", { purpose, on: expiresOn }),
            }))}
          />
        </Form.Item>
      )}
      {basis === "consent" && covering.length === 0 && (
        <div className={styles["missing"]} role="note">
          <Icon name="info" size={14} />
          <div>
            <p>{t("fact.noConsent", { kind })}</p>
            {of.class === "S" && <p>{t("fact.needsSeparateConsent", { kind })}</p>}
            {onRecordConsent !== null && (
              <Button size="small" onClick={onRecordConsent}>
                {t("fact.recordConsent")}
              </Button>
            )}
          </div>
        </div>
      )}
      {basis !== "consent" && (
        <>
          <Form.Item
            name="source"
            label={t("fact.source")}
            rules={[{ required: true, whitespace: true, message: "" }]}
          >
            <Input maxLength={300} placeholder={t("fact.sourceHint")} />
          </Form.Item>
          <Form.Item
            name="purpose"
            label={t("fact.purpose")}
            rules={[{ required: true, whitespace: true, message: "" }]}
          >
            <Input maxLength={300} />
          </Form.Item>
        </>
      )}
    </>
  );
};
