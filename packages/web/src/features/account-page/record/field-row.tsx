import type { AccountPage } from "@mainstay/contract/account-page";
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ConflictDialog } from "../../../components/conflict-dialog.tsx";
import { FormProblem } from "../../../components/form-problem.tsx";
import { Icon } from "../../../components/icon.tsx";
import { FieldEditor } from "./field-editor.tsx";
import { FieldWords } from "./field-words.tsx";
import type { FieldValue, RecordField } from "./record-fields.ts";
import { isSameValue, tidyValue } from "./record-fields.ts";
import styles from "./record-section.module.css";
import { useFieldSave } from "./use-field-save.ts";

/** One fact: read, edited in place, saved with its version; a conflict shows both versions. */
export const FieldRow = ({
  field,
  page,
  names,
}: {
  field: RecordField;
  page: AccountPage;
  names: ReadonlyMap<string, string>;
}) => {
  const { t } = useTranslation();
  const { account, baseCurrency } = page;
  const saved = field.read(account);
  const label = t(`accountPage.record.${field.name}`);
  const [draft, setDraft] = useState<FieldValue | undefined>(undefined);
  const save = useFieldSave(account, field, () => setDraft(undefined));
  const team = [account.manager, account.backup, account.sponsor];
  const words = (value: FieldValue) => (
    <FieldWords
      field={field}
      value={value}
      account={account}
      currency={baseCurrency}
      names={names}
    />
  );
  const isEditing = draft !== undefined;
  const value = isEditing ? tidyValue(draft) : saved;
  const submit = () => {
    if (isSameValue(value, saved)) setDraft(undefined);
    else if (!(field.isRequired && value === null)) save.send(value, saved);
  };
  return (
    <div className={styles["field"]} data-editing={isEditing || undefined}>
      <dt>{label}</dt>
      <dd>
        {isEditing ? (
          <form
            className={styles["editor"]}
            onSubmit={(event) => {
              event.preventDefault();
              submit();
            }}
            onKeyDown={(event) => event.key === "Escape" && setDraft(undefined)}
          >
            <FieldEditor
              field={field}
              value={draft}
              known={team.find((one) => one?.id === draft) ?? null}
              currency={baseCurrency}
              onChange={setDraft}
            />
            <div className={styles["acts"]}>
              <Button size="small" type="primary" htmlType="submit" loading={save.isPending}>
                {t("app.save")}
              </Button>
              <Button size="small" type="text" onClick={() => setDraft(undefined)}>
                {t("app.cancel")}
              </Button>
            </div>
            <FormProblem error={save.error} />
          </form>
        ) : (
          <>
            <span className={styles["value"]}>{words(saved)}</span>
            {account.can.edit && (
              <button
                type="button"
                className={styles["edit"]}
                aria-label={t("accountPage.record.edit", { field: label })}
                onClick={() => setDraft(saved ?? "")}
              >
                <Icon name="edit" size={12} />
              </button>
            )}
          </>
        )}
        {save.conflict !== null && (
          <ConflictDialog
            fields={[{ label, mine: words(value), theirs: words(field.read(save.conflict)) }]}
            onKeepMine={() => save.keepMine(value)}
            onTakeTheirs={() => {
              save.takeTheirs();
              setDraft(undefined);
            }}
            onClose={save.takeTheirs}
          />
        )}
      </dd>
    </div>
  );
};
