import { obligations, type ObligationView } from "@mainstay/contract/obligation";
import { Input, Modal } from "antd";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { FormProblem } from "../../components/form-problem.tsx";
import { useNotice } from "../../lib/notice.tsx";
import { useAct } from "../../lib/query.ts";
import { useObligationWords } from "./obligation-words.ts";
import { staleAfterObligation } from "./stale-after-obligation.ts";

/** Not this time, with the reason; the way back stands beside the words that say it is done. */
export const DropDialog = ({
  obligation,
  onClose,
}: {
  obligation: ObligationView;
  onClose: () => void;
}) => {
  const { t } = useTranslation();
  const notice = useNotice();
  const words = useObligationWords();
  const id = useId();
  const [because, setBecause] = useState("");
  const drop = useAct(obligations.drop, {
    refresh: staleAfterObligation,
    onSuccess: () => {
      onClose();
      notice.done(t("obligation.dropSaved"));
    },
  });
  return (
    <Modal
      open
      title={t("obligation.dropTitle", { what: words.what(obligation) })}
      okText={t("app.save")}
      okButtonProps={{ disabled: because.trim() === "", loading: drop.isPending }}
      onOk={() =>
        drop.mutate({
          params: { obligationId: obligation.id },
          body: { because },
          ifMatch: obligation.version,
        })
      }
      onCancel={onClose}
      width={440}
    >
      <p className="muted">{t("obligation.dropWhy")}</p>
      <p style={{ marginTop: 12 }}>
        <label htmlFor={id}>{t("obligation.dropBecause")}</label>
      </p>
      <Input.TextArea
        id={id}
        autoFocus
        rows={3}
        maxLength={1000}
        value={because}
        onChange={(event) => setBecause(event.target.value)}
      />
      <FormProblem error={drop.error} />
    </Modal>
  );
};
