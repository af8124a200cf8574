import type { ImportKind } from "@mainstay/domain/import/import-kind";
import { importKinds } from "@mainstay/domain/import/import-kind";
import { useNavigate } from "@tanstack/react-router";
import { Button, Upload } from "antd";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { FormProblem } from "../../components/form-problem.tsx";
import { ProgressBar } from "../../components/progress-bar.tsx";
import { useMay } from "../../lib/session.ts";
import styles from "./import.module.css";
import { keepBatch } from "./live-batch.ts";
import { uploadFile } from "./upload-file.ts";

const order: readonly ImportKind[] = ["order", ...importKinds.filter((kind) => kind !== "order")];

/** What the file holds, and the place to drop it. */
export const UploadPanel = () => {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const mayKeepFacts = useMay("fact.edit");
  const [kind, setKind] = useState<ImportKind>("order");
  const [progress, setProgress] = useState<number | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const stop = useRef<AbortController | null>(null);
  const send = async (file: File) => {
    const abort = new AbortController();
    stop.current = abort;
    setProblem(null);
    setProgress(0);
    try {
      const batch = await uploadFile(kind, file, setProgress, abort.signal);
      keepBatch(batch);
      await navigate({ to: "/imports/$importId", params: { importId: batch.id } });
    } catch (error) {
      if (!abort.signal.aborted) setProblem(error);
    } finally {
      setProgress(null);
    }
  };
  return (
    <section className={styles["panel"]} aria-label={t("import.start")}>
      <h2 id="import-kind">{t("import.upload.ask")}</h2>
      <div className={styles["kinds"]} role="radiogroup" aria-labelledby="import-kind">
        {order
          .filter((one) => one !== "fact" || mayKeepFacts)
          .map((one) => (
            <label key={one} className={styles["kind"]}>
              <input
                type="radio"
                name="import-kind"
                value={one}
                checked={kind === one}
                onChange={() => setKind(one)}
              />
              <strong>{t(`import.kinds.${one}`)}</strong>
              <span>{t(`import.kindHints.${one}`)}</span>
            </label>
          ))}
      </div>
      {progress === null ? (
        <Upload.Dragger
          accept=".csv,.tsv,.txt,.xlsx,.gz"
          multiple={false}
          showUploadList={false}
          beforeUpload={(file) => {
            void send(file);
            return false;
          }}
        >
          <p>{t("import.upload.drop")}</p>
          <p className="muted">{t("import.upload.limits")}</p>
        </Upload.Dragger>
      ) : (
        <div className={styles["progress"]}>
          <ProgressBar
            label={t("import.upload.sending")}
            done={Math.round(progress * 100)}
            total={100}
          />
          <Button size="small" type="text" onClick={() => stop.current?.abort()}>
            {t("import.upload.cancel")}
          </Button>
        </div>
      )}
      <FormProblem error={problem} />
    </section>
  );
};
