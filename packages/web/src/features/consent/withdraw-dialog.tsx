import { type ConsentView, consents } from "@mainstay/contract/consent";
import { Input, Modal } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { FormProblem } from "../../components/form-problem.tsx";
import { useNotice } from "../../lib/notice.tsx";
import { useAct } from "../../lib/query.ts";
import { useScopeWords } from "./scope-words.ts";
import { staleAfterConsent } from "./stale-after-consent.ts";

/** Withdrawing deletes for good: says what will be gone before it is done. */
export const WithdrawDialog = ({
  consent,
  onClose,
}: {
  consent: ConsentView;
  onClose: () => void;
}) => {
  const { t } = useTranslation();
  const notice = useNotice();
  const scopeWords = useScopeWords();
  const [via, setVia] = useState("");
  const withdraw = useAct(consents.withdraw, {
    refresh: staleAfterConsent,
    onSuccess: () => {
      onClose();
      notice.done(t("consent.withdraw.done"));
    },
  });
  return (
    <Modal
      open
      title={t("consent.withdraw.title")}
      okText={t("consent.withdraw.confirm")}
      okButtonProps={{ danger: true, loading: withdraw.isPending }}
      onOk={() =>
        withdraw.mutate({
          params: { consentId: consent.id },
          body: via.trim() === "" ? {} : { via: via.trim() },
          ifMatch: consent.version,
        })
      }
      onCancel={onClose}
      width={420}
    >
      <p>
        <strong>{scopeWords(consent.scope)}</strong>
      </p>
      <p>{t("consent.withdraw.words")}</p>
      {consent.facts > 0 && <p>{t("consent.withdraw.facts", { count: consent.facts })}</p>}
      {consent.scope.includes("profile") && <p>{t("consent.withdraw.profile")}</p>}
      <label>
        {t("consent.withdraw.via")}
        <Input
          value={via}
          maxLength={200}
          placeholder={t("consent.withdraw.viaHint")}
          onChange={(event) => setVia(event.target.value)}
        />
      </label>
      <FormProblem error={withdraw.error} />
    </Modal>
  );
};
