import { obligations, type ObligationView } from "@mainstay/contract/obligation";
import { Modal } from "antd";
import { useTranslation } from "react-i18next";
import { Instant } from "../../components/day.tsx";
import { ErrorState } from "../../components/error-state.tsx";
import { Skeleton } from "../../components/skeleton.tsx";
import { useAnswer } from "../../lib/query.ts";
import { useObligationWords } from "./obligation-words.ts";
import styles from "./obligation.module.css";

/** Every move that was agreed: from when to when, with whom, why, who wrote it down. */
export const MovesDialog = ({
  obligation,
  onClose,
}: {
  obligation: ObligationView;
  onClose: () => void;
}) => {
  const { t } = useTranslation();
  const words = useObligationWords();
  const found = useAnswer(obligations.get, { params: { obligationId: obligation.id } });
  return (
    <Modal open title={words.what(obligation)} footer={null} onCancel={onClose} width={480}>
      {found.isError && <ErrorState error={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending && <Skeleton lines={2} />}
      <ul className={styles["moves"]}>
        {(found.data?.movesLog ?? []).map((move) => (
          <li key={move.id}>
            <p>
              {move.agreedWith === null
                ? t("obligation.movedRowUnknown", { from: move.fromDueOn, to: move.toDueOn })
                : t("obligation.movedRow", {
                    from: move.fromDueOn,
                    to: move.toDueOn,
                    person: move.agreedWith.name,
                  })}
            </p>
            <p className="muted">
              {move.note} · {move.movedBy?.name} <Instant at={move.movedAt} />
            </p>
          </li>
        ))}
      </ul>
    </Modal>
  );
};
