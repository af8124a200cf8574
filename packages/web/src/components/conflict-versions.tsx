import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import styles from "./conflict-versions.module.css";

/** One field as I wrote it and as somebody else saved it meanwhile. */
export interface ConflictField {
  readonly label: string;
  readonly mine: ReactNode;
  readonly theirs: ReactNode;
}

/** Both versions of a record beside each other. */
export const ConflictVersions = ({ fields }: { fields: readonly ConflictField[] }) => {
  const { t } = useTranslation();
  return (
    <>
      <p className="muted">{t("state.conflictWhy")}</p>
      <table className={styles["versions"]}>
        <thead>
          <tr>
            <th scope="col">{t("state.field")}</th>
            <th scope="col">{t("state.theirs")}</th>
            <th scope="col">{t("state.mine")}</th>
          </tr>
        </thead>
        <tbody>
          {fields.map((field) => (
            <tr key={field.label}>
              <th scope="row">{field.label}</th>
              <td>{field.theirs}</td>
              <td>{field.mine}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
};
