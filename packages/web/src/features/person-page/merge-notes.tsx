import type { PersonPage } from "@mainstay/contract/person-page";
import { personMerges } from "@mainstay/contract/person-merge";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { FormProblem } from "../../components/form-problem.tsx";
import { useNotice } from "../../lib/notice.tsx";
import { useAct } from "../../lib/query.ts";
import { staleAfterPerson } from "./person-acts.ts";
import styles from "./merge-notes.module.css";

/** Records that were put into this one lately, each with the way back. */
export const MergeNotes = ({ page }: { page: PersonPage }) => {
  const { t } = useTranslation();
  const notice = useNotice();
  const undo = useAct(personMerges.undo, {
    refresh: [...staleAfterPerson, personMerges.suggestions],
    onSuccess: () => notice.done(t("person.merging.undone")),
  });
  if (page.merges.length === 0) return null;
  return (
    <ul className={styles["notes"]}>
      {page.merges.map(({ id, goneName, undoUntil }) => (
        <li key={id}>
          <span className="muted">
            {t("person.merging.mergedFrom", { name: goneName, on: undoUntil.slice(0, 10) })}
          </span>
          <Button
            size="small"
            type="link"
            loading={undo.isPending && undo.variables.params?.mergeId === id}
            onClick={() => undo.mutate({ params: { mergeId: id } })}
          >
            {t("person.merging.undo")}
          </Button>
        </li>
      ))}
      <FormProblem error={undo.error} />
    </ul>
  );
};
