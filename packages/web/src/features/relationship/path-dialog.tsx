import { relationships } from "@mainstay/contract/relationship";
import { Modal } from "antd";
import { useTranslation } from "react-i18next";
import { ErrorState } from "../../components/error-state.tsx";
import { ReasonText } from "../../components/reason-text.tsx";
import { useAnswer } from "../../lib/query.ts";
import styles from "./path-dialog.module.css";

/** The shortest credible way to one person, as a sentence and as a row of names. */
export const PathDialog = ({
  accountId,
  person,
  onClose,
}: {
  accountId: string;
  person: { personId: string; name: string };
  onClose: () => void;
}) => {
  const { t } = useTranslation();
  const found = useAnswer(relationships.path, {
    params: { accountId },
    query: { toPersonId: person.personId },
  });
  const path = found.data?.path;
  return (
    <Modal
      open
      title={t("relationship.pathTitle", { person: person.name })}
      footer={null}
      onCancel={onClose}
      width={520}
    >
      {found.isError && <ErrorState error={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending && <p className="muted">{t("relationship.measuring")}</p>}
      {path === null && <p>{t("relationship.pathNone")}</p>}
      {path && (
        <>
          <ol className={styles["way"]}>
            {[path.steps[0]?.from, ...path.steps.map(({ to }) => to)].map(
              (one) => one && <li key={one.id}>{one.name}</li>,
            )}
          </ol>
          <p>
            <ReasonText reason={path.reason} />
          </p>
        </>
      )}
      <p className="muted">{t("relationship.pathHow")}</p>
    </Modal>
  );
};
