import { type MergeSide, mergedThings, personMerges } from "@mainstay/contract/person-merge";
import { useNavigate } from "@tanstack/react-router";
import { Button, Modal } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ErrorState } from "../../components/error-state.tsx";
import { FormProblem } from "../../components/form-problem.tsx";
import { Icon } from "../../components/icon.tsx";
import { PersonSelect } from "../../components/person-select.tsx";
import { Skeleton } from "../../components/skeleton.tsx";
import { call } from "../../lib/call.ts";
import { useNotice } from "../../lib/notice.tsx";
import { refreshKept } from "../../lib/optimistic.ts";
import { useAct, useAnswer } from "../../lib/query.ts";
import styles from "./merge-dialog.module.css";
import { staleAfterPerson } from "./person-acts.ts";

const Side = ({ side, isKept }: { side: MergeSide; isKept: boolean }) => {
  const { t } = useTranslation();
  return (
    <div className={styles["side"]} data-kept={isKept || undefined}>
      <p className={styles["role"]}>{t(isKept ? "person.merging.keep" : "person.merging.goes")}</p>
      <p className={styles["name"]}>
        {side.name}
        {side.isPlaceholder && <span className="muted"> {t("person.placeholder")}</span>}
      </p>
      <p className="muted">
        {side.externalId !== null && `${side.externalId} · `}
        {t("person.merging.createdOn", { on: side.createdAt.slice(0, 10) })}
      </p>
      <ul>
        {side.jobs.map((job, index) => (
          <li key={`${job.account.id}-${index}`} data-former={job.endsOn !== null || undefined}>
            {[job.account.name, job.title, job.department].filter(Boolean).join(" · ")}
          </li>
        ))}
      </ul>
    </div>
  );
};

const Compared = ({
  keptId,
  goneId,
  onSwap,
  onClose,
}: {
  keptId: string;
  goneId: string;
  onSwap: () => void;
  onClose: () => void;
}) => {
  const { t } = useTranslation();
  const notice = useNotice();
  const navigate = useNavigate();
  const [key] = useState(() => crypto.randomUUID());
  const found = useAnswer(personMerges.preview, {
    params: { personId: keptId, otherPersonId: goneId },
  });
  const stale = [...staleAfterPerson, personMerges.suggestions];
  const merge = useAct(personMerges.merge, {
    refresh: stale,
    onSuccess: ({ id }) => {
      onClose();
      void navigate({ to: "/people/$personId", params: { personId: keptId } });
      notice.done(t("person.merging.done"), () => {
        void call(personMerges.undo, { params: { mergeId: id } })
          .then(() => refreshKept(...stale))
          .catch(notice.refused);
      });
    },
  });
  if (found.isError) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  if (!found.data) return <Skeleton lines={5} />;
  const { kept, gone, conflicts } = found.data;
  const moving = mergedThings.filter((thing) => (gone.counts[thing] ?? 0) > 0);
  return (
    <>
      <div className={styles["sides"]}>
        <Side side={kept} isKept />
        <Button
          type="text"
          icon={<Icon name="undo" />}
          aria-label={t("person.merging.swap")}
          title={t("person.merging.swap")}
          onClick={onSwap}
        />
        <Side side={gone} isKept={false} />
      </div>
      <h3>{t("person.merging.moves")}</h3>
      {moving.length === 0 ? (
        <p className="muted">{t("person.merging.nothingMoves")}</p>
      ) : (
        <p>
          {moving
            .map((thing) => `${t(`person.merging.thing.${thing}`)} ${gone.counts[thing]}`)
            .join(" · ")}
        </p>
      )}
      {conflicts.length > 0 && (
        <>
          <h3>{t("person.merging.conflicts")}</h3>
          <ul className={styles["conflicts"]}>
            {conflicts.map(({ kind }) => (
              <li key={kind}>{t(`person.merging.conflict.${kind}`)}</li>
            ))}
          </ul>
        </>
      )}
      <FormProblem error={merge.error} />
      <div className={styles["foot"]}>
        <Button onClick={onClose}>{t("app.cancel")}</Button>
        <Button
          type="primary"
          loading={merge.isPending}
          onClick={() =>
            merge.mutate({
              params: { personId: keptId },
              body: {
                gonePersonId: goneId,
                keptVersion: kept.version,
                goneVersion: gone.version,
              },
              idempotencyKey: key,
            })
          }
        >
          {t("person.merging.do")}
        </Button>
      </div>
    </>
  );
};

/** Puts another record of the same human being into this one, after seeing both and what would move. */
export const MergeDialog = ({
  personId,
  otherPersonId = null,
  onClose,
}: {
  personId: string;
  /** The duplicate, where it is known. */
  otherPersonId?: string | null;
  onClose: () => void;
}) => {
  const { t } = useTranslation();
  const [other, setOther] = useState(otherPersonId);
  const [isSwapped, setSwapped] = useState(false);
  return (
    <Modal open title={t("person.merging.title")} footer={null} onCancel={onClose} width={640}>
      {otherPersonId === null && (
        <div className={styles["pick"]}>
          <label htmlFor="merge-other">{t("person.merging.pick")}</label>
          <PersonSelect
            id="merge-other"
            value={other}
            notPersonId={personId}
            placeholder={t("person.merging.pickHint")}
            onChange={setOther}
          />
        </div>
      )}
      {other !== null && (
        <Compared
          key={`${other} ${isSwapped}`}
          keptId={isSwapped ? other : personId}
          goneId={isSwapped ? personId : other}
          onSwap={() => setSwapped(!isSwapped)}
          onClose={onClose}
        />
      )}
    </Modal>
  );
};
