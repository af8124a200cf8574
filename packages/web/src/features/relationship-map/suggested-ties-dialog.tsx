import { relationshipMaps } from "@mainstay/contract/relationship-map";
import { ties } from "@mainstay/contract/tie";
import { Button, Modal } from "antd";
import { useTranslation } from "react-i18next";
import { ErrorState } from "../../components/error-state.tsx";
import { Skeleton } from "../../components/skeleton.tsx";
import { useNotice } from "../../lib/notice.tsx";
import { useAct, useAnswer } from "../../lib/query.ts";
import styles from "./map-dialogs.module.css";
import type { MapModel } from "./map-model.ts";
import { useMapWords } from "./map-words.ts";

/** Lines of shared background that facts speak for; each is drawn only when somebody says so. */
export const SuggestedTiesDialog = ({
  model,
  onClose,
}: {
  model: MapModel;
  onClose: () => void;
}) => {
  const { t } = useTranslation();
  const notice = useNotice();
  const words = useMapWords();
  const params = { accountId: model.map.account.id };
  const found = useAnswer(ties.suggest, { params });
  const draw = useAct(ties.draw, {
    refresh: [relationshipMaps.get, ties.suggest],
    onError: notice.refused,
  });
  return (
    <Modal open width={480} title={t("map.tie.suggestTitle")} footer={null} onCancel={onClose}>
      <p className="muted">{t("map.tie.suggestWhy")}</p>
      {found.isError && <ErrorState error={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending && <Skeleton />}
      <ul className={styles["suggestions"]}>
        {found.data?.items.map((one) => (
          <li key={`${one.kind}${one.fromPersonId}${one.toPersonId}`}>
            <span>
              <strong>{model.nameOf(one.fromPersonId)}</strong> — {words.tieKind(one.kind)} —{" "}
              <strong>{model.nameOf(one.toPersonId)}</strong>
              <span className="muted"> {one.shared}</span>
            </span>
            <Button
              size="small"
              loading={draw.isPending}
              onClick={() =>
                draw.mutate({
                  params,
                  body: {
                    kind: one.kind,
                    fromPersonId: one.fromPersonId,
                    toPersonId: one.toPersonId,
                    evidence: one.shared,
                  },
                })
              }
            >
              {t("map.tie.accept")}
            </Button>
          </li>
        ))}
      </ul>
      {found.data?.items.length === 0 && <p className="muted">{t("map.node.noTies")}</p>}
    </Modal>
  );
};
