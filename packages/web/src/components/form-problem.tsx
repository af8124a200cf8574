import { useTranslation } from "react-i18next";
import { isProblem } from "../lib/problem.ts";
import { useProblemWords } from "../lib/problem-words.ts";
import styles from "./form-problem.module.css";

/** Why the server refused a form: its words, the fields it named, the request id. Nothing while there is no refusal. */
export const FormProblem = ({ error }: { error: unknown }) => {
  const { t } = useTranslation();
  const words = useProblemWords(error);
  if (error === null || error === undefined) return null;
  const fields = isProblem(error) ? error.fields : [];
  return (
    <div role="alert" className={styles["problem"]}>
      <p>{words}</p>
      {fields.length > 0 && (
        <ul>
          {fields.map((field) => (
            <li key={field.path}>{field.message}</li>
          ))}
        </ul>
      )}
      {isProblem(error) && error.status >= 500 && error.requestId !== null && (
        <p className="muted">
          {t("state.requestId")} {error.requestId}
        </p>
      )}
    </div>
  );
};
