import { imports, type ImportBatchView } from "@mainstay/contract/import";
import { fieldsOfKind, missingFields } from "@mainstay/domain/import/fields-of-kind";
import { Alert, Button, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { FormProblem } from "../../components/form-problem.tsx";
import { useAct } from "../../lib/query.ts";
import styles from "./import.module.css";
import { useImportWords } from "./import-words.ts";
import { keepBatch } from "./live-batch.ts";
import { MappingOptions } from "./mapping-options.tsx";

const nowhere = -1;

/** Which column is which: every field with the column guessed for it and sample cells; then the dry run. */
export const MappingStep = ({ batch, onBack }: { batch: ImportBatchView; onBack: () => void }) => {
  const { t } = useTranslation();
  const words = useImportWords();
  const [columns, setColumns] = useState<Record<string, number>>(batch.mapping);
  const [options, setOptions] = useState(batch.options);
  const params = { importId: batch.id };
  const check = useAct(imports.check, { onSuccess: keepBatch, refresh: [imports.list] });
  const map = useAct(imports.map, {
    onSuccess: (mapped) => {
      keepBatch(mapped);
      check.mutate({ params });
    },
  });
  const missing = missingFields(batch.kind, columns);
  const choose = (field: string, column: number) => {
    const { [field]: _, ...others } = columns;
    const freed = Object.entries(others).filter(([, taken]) => taken !== column);
    setColumns(column === nowhere ? others : { ...Object.fromEntries(freed), [field]: column });
  };
  const choices = [
    { value: nowhere, label: t("import.mapping.none") },
    ...batch.header.map((name, value) => ({ value, label: name })),
  ];
  const samplesOf = (column: number | undefined) =>
    column === undefined
      ? ""
      : batch.sample
          .slice(0, 4)
          .map((row) => row[column] ?? "")
          .filter(Boolean)
          .join(" · ");
  return (
    <section className={styles["panel"]}>
      <h2>{t("import.mapping.title")}</h2>
      {batch.isMappingRemembered && (
        <p className={styles["hint"]}>{t("import.mapping.remembered")}</p>
      )}
      <div className={styles["fields"]}>
        {fieldsOfKind(batch.kind).map(({ field, required }) => (
          <label key={field} className={styles["field"]}>
            <span>
              {words.field(field)}
              {required && <em>{t("import.mapping.required")}</em>}
            </span>
            <Select
              showSearch={{ optionFilterProp: "label" }}
              value={columns[field] ?? nowhere}
              onChange={(column) => choose(field, column)}
              options={choices}
              status={missing.includes(field) ? "warning" : ""}
            />
            <span className={styles["samples"]}>{samplesOf(columns[field])}</span>
          </label>
        ))}
      </div>
      <h2>{t("import.mapping.options")}</h2>
      <MappingOptions kind={batch.kind} options={options} onChange={setOptions} />
      {missing.length > 0 && (
        <Alert
          type="warning"
          showIcon
          title={t("import.mapping.missing", {
            fields: missing
              .map((field) =>
                field === "amount" && batch.kind === "order"
                  ? t("import.mapping.missingAmount")
                  : words.field(field),
              )
              .join(t("state.and")),
          })}
        />
      )}
      <FormProblem error={map.error ?? check.error} />
      <div className={styles["actions"]}>
        <Button
          type="primary"
          disabled={missing.length > 0}
          loading={map.isPending || check.isPending}
          onClick={() => map.mutate({ params, body: { columns, options } })}
        >
          {t("import.mapping.check")}
        </Button>
        <Button onClick={onBack}>{t("app.back")}</Button>
      </div>
    </section>
  );
};
