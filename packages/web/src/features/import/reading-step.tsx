import { imports, type FileReading, type ImportBatchView } from "@mainstay/contract/import";
import { Alert, Button, Select } from "antd";
import { useTranslation } from "react-i18next";
import { FormProblem } from "../../components/form-problem.tsx";
import { useAct } from "../../lib/query.ts";
import styles from "./import.module.css";
import { useImportWords } from "./import-words.ts";
import { keepBatch } from "./live-batch.ts";
import { SampleTable } from "./sample-table.tsx";

const encodings = ["utf-8", "gb18030", "utf-16le", "utf-16be", "windows-1252"] as const;
const delimiters = [
  [",", "comma"],
  [";", "semicolon"],
  ["\t", "tab"],
  ["|", "pipe"],
  ["blank", "blank"],
] as const;
const headerRows = [1, 2, 3, 4, 5, 6, 7, 8] as const;

/** How the file was understood, with a switch for each part and the first rows as proof. */
export const ReadingStep = ({ batch, onNext }: { batch: ImportBatchView; onNext: () => void }) => {
  const { t } = useTranslation();
  const words = useImportWords();
  const read = useAct(imports.read, { onSuccess: keepBatch });
  const { reading } = batch;
  const choose = (body: Partial<Omit<FileReading, "format">>) =>
    read.mutate({ params: { importId: batch.id }, body });
  return (
    <section className={styles["panel"]}>
      <h2>{t("import.reading.title")}</h2>
      <p className={styles["hint"]}>{t("import.reading.hint")}</p>
      {batch.failure !== null && (
        <Alert
          className={styles["alert"]}
          type="warning"
          showIcon
          title={
            batch.failure.code === "import.encoding_unknown"
              ? t("import.reading.unknownEncoding")
              : words.failure(batch.failure)
          }
        />
      )}
      <div className={styles["controls"]}>
        {reading?.format === "csv" && (
          <>
            <label className={styles["control"]}>
              <span>{t("import.reading.encoding")}</span>
              <Select
                value={reading.encoding ?? ("plain" as const)}
                loading={read.isPending}
                onChange={(encoding) => encoding !== "plain" && choose({ encoding })}
                options={[
                  ...(reading.encoding === null
                    ? [{ value: "plain" as const, label: t("import.reading.plain") }]
                    : []),
                  ...encodings.map((value) => ({
                    value,
                    label: t(`import.reading.encodings.${value}`),
                  })),
                ]}
              />
            </label>
            <label className={styles["control"]}>
              <span>{t("import.reading.delimiter")}</span>
              <Select
                value={reading.delimiter}
                loading={read.isPending}
                onChange={(delimiter) => choose({ delimiter })}
                options={delimiters.map(([value, name]) => ({
                  value,
                  label: t(`import.reading.delimiters.${name}`),
                }))}
              />
            </label>
          </>
        )}
        <label className={styles["control"]}>
          <span>{t("import.reading.headerRow")}</span>
          <Select
            value={reading?.headerRow ?? 0}
            loading={read.isPending}
            onChange={(row) => choose({ headerRow: row === 0 ? null : row })}
            options={[
              { value: 0, label: t("import.reading.noHeader") },
              ...headerRows.map((row) => ({ value: row, label: String(row) })),
            ]}
          />
        </label>
      </div>
      <SampleTable label={t("import.reading.preview")} header={batch.header} rows={batch.sample} />
      <FormProblem error={read.error} />
      <div className={styles["actions"]}>
        <Button type="primary" onClick={onNext} disabled={read.isPending}>
          {t("import.reading.good")}
        </Button>
      </div>
    </section>
  );
};
