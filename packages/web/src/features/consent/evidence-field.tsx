import { consents } from "@mainstay/contract/consent";
import { evidenceLimitBytes, evidenceTypes } from "@mainstay/domain/privacy/evidence-type";
import { Button } from "antd";
import { useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { FormProblem } from "../../components/form-problem.tsx";
import { Icon } from "../../components/icon.tsx";
import { AppProblem } from "../../lib/problem.ts";
import { useAct } from "../../lib/query.ts";
import styles from "./consents.module.css";

/** Hands in the file that proves a consent as soon as it is chosen; the server looks at what it really is. */
export const EvidenceField = ({ onStored }: { onStored: (fileId: string | null) => void }) => {
  const { t } = useTranslation();
  const label = useId();
  const picker = useRef<HTMLInputElement>(null);
  const [tooLarge, setTooLarge] = useState<AppProblem | null>(null);
  const store = useAct(consents.uploadEvidence, { onSuccess: (file) => onStored(file.id) });
  const take = (file: File | undefined) => {
    if (!file) return;
    onStored(null);
    setTooLarge(null);
    if (file.size > evidenceLimitBytes) {
      store.reset();
      setTooLarge(
        new AppProblem("consent.evidence_type", 413, t("consent.dialog.evidenceHint"), null),
      );
      return;
    }
    const form = new FormData();
    form.append("file", file);
    store.mutate({ body: form } as never);
  };
  return (
    <div style={{ marginBottom: 16 }}>
      <div id={label} style={{ marginBottom: 6 }}>
        {t("consent.dialog.evidence")}
      </div>
      <div className={styles["file"]}>
        <Button
          icon={<Icon name="evidence" />}
          loading={store.isPending}
          aria-describedby={label}
          onClick={() => picker.current?.click()}
        >
          {t("consent.dialog.choose")}
        </Button>
        <span>{store.data?.name}</span>
      </div>
      <input
        ref={picker}
        type="file"
        style={{ display: "none" }}
        aria-labelledby={label}
        accept={evidenceTypes.join(",")}
        onChange={(event) => take(event.target.files?.[0])}
      />
      <p className="muted">{t("consent.dialog.evidenceHint")}</p>
      <FormProblem error={tooLarge ?? store.error} />
    </div>
  );
};
