import { requirementChanges } from "@mainstay/contract/requirement-change";
import { evidenceLimitBytes } from "@mainstay/domain/privacy/evidence-type";
import { Button } from "antd";
import { useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { FormProblem } from "../../components/form-problem.tsx";
import { Icon } from "../../components/icon.tsx";
import { AppProblem } from "../../lib/problem.ts";
import { useAct } from "../../lib/query.ts";
import styles from "./change.module.css";

/** Hands in the signed paper as soon as it is chosen; the server looks at what it really is and tells its hash. */
export const PaperField = ({ onStored }: { onStored: (fileId: string | null) => void }) => {
  const { t } = useTranslation();
  const label = useId();
  const picker = useRef<HTMLInputElement>(null);
  const [tooLarge, setTooLarge] = useState<AppProblem | null>(null);
  const store = useAct(requirementChanges.uploadPaper, {
    onSuccess: (file) => onStored(file.id),
  });
  const take = (file: File | undefined) => {
    if (!file) return;
    onStored(null);
    setTooLarge(null);
    if (file.size > evidenceLimitBytes) {
      store.reset();
      const words = t("requirementChange.act.paper");
      setTooLarge(new AppProblem("requirement_change.paper_type", 413, words, null));
      return;
    }
    const form = new FormData();
    form.append("file", file);
    store.mutate({ body: form } as never);
  };
  return (
    <div style={{ marginBottom: 16 }}>
      <div id={label} style={{ marginBottom: 6 }}>
        {t("requirementChange.act.paper")}
      </div>
      <div className={styles["acts"]}>
        <Button
          icon={<Icon name="evidence" />}
          loading={store.isPending}
          aria-describedby={label}
          onClick={() => picker.current?.click()}
        >
          {t("requirementChange.act.choosePaper")}
        </Button>
        <span>{store.data?.name}</span>
      </div>
      {store.data && <p className={styles["hash"]}>{store.data.sha256}</p>}
      <input
        ref={picker}
        type="file"
        style={{ display: "none" }}
        aria-labelledby={label}
        accept="application/pdf,image/jpeg,image/png"
        onChange={(event) => take(event.target.files?.[0])}
      />
      <FormProblem error={tooLarge ?? store.error} />
    </div>
  );
};
