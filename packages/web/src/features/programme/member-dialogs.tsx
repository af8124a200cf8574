import { type MembershipView, programme } from "@mainstay/contract/programme";
import { Input, Modal } from "antd";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { FormProblem } from "../../components/form-problem.tsx";
import { Skeleton } from "../../components/skeleton.tsx";
import { useNotice } from "../../lib/notice.tsx";
import { useAct, useAnswer } from "../../lib/query.ts";
import { useUnsavedText } from "../../lib/unsaved-text.ts";
import { staleAfterProgramme } from "./nominate-dialog.tsx";
import { openCriteria, type ScoreDraft, scoresOf } from "./scorecard-draft.ts";
import { ScorecardFields } from "./scorecard-fields.tsx";

/** What people scored last time stands ready to be confirmed or changed. */
const lastScores = ({ scorecard }: MembershipView): ScoreDraft =>
  Object.fromEntries(
    scorecard
      .filter(({ because }) => because !== null)
      .map(({ key, score, because }) => [key, { score, because: because ?? "" }]),
  );

/** The yearly review of a member: the scorecard anew, and what came of it. */
export const ReviewDialog = ({
  membership,
  onClose,
}: {
  membership: MembershipView;
  onClose: () => void;
}) => {
  const { t } = useTranslation();
  const notice = useNotice();
  const id = useId();
  const [draft, setDraft] = useState<ScoreDraft>(() => lastScores(membership));
  const note = useUnsavedText(`programme:${membership.id}`);
  const found = useAnswer(programme.propose, { params: { accountId: membership.account.id } });
  const review = useAct(programme.review, {
    refresh: staleAfterProgramme,
    onSuccess: () => {
      note.done();
      onClose();
      notice.done(t("programme.reviewed"));
    },
  });
  const isReady =
    found.data !== undefined &&
    openCriteria(found.data, draft).length === 0 &&
    note.text.trim() !== "";
  return (
    <Modal
      open
      title={t("programme.reviewTitle", { name: membership.account.name })}
      okText={t("app.save")}
      okButtonProps={{ disabled: !isReady, loading: review.isPending }}
      onOk={() =>
        review.mutate({
          params: { membershipId: membership.id },
          ifMatch: membership.version,
          body: { scores: scoresOf(draft), note: note.text },
        })
      }
      onCancel={onClose}
      width={600}
    >
      {found.data ? (
        <>
          <ScorecardFields proposal={found.data} draft={draft} onChange={setDraft} />
          <label htmlFor={id}>{t("programme.reviewNote")}</label>
          <Input.TextArea
            id={id}
            rows={2}
            maxLength={1000}
            value={note.text}
            onChange={(event) => note.setText(event.target.value)}
          />
        </>
      ) : (
        <Skeleton lines={5} />
      )}
      <FormProblem error={review.error ?? found.error} />
    </Modal>
  );
};

/** Ask that a member leaves, with the reason. */
export const ExitDialog = ({
  membership,
  onClose,
}: {
  membership: MembershipView;
  onClose: () => void;
}) => {
  const { t } = useTranslation();
  const notice = useNotice();
  const id = useId();
  const because = useUnsavedText(`programme-exit:${membership.id}`);
  const ask = useAct(programme.askExit, {
    refresh: staleAfterProgramme,
    onSuccess: () => {
      because.done();
      onClose();
      notice.done(t("programme.exitDone"));
    },
  });
  return (
    <Modal
      open
      title={t("programme.exitTitle", { name: membership.account.name })}
      okText={t("programme.exit")}
      okButtonProps={{ disabled: because.text.trim() === "", loading: ask.isPending }}
      onOk={() =>
        ask.mutate({
          params: { membershipId: membership.id },
          ifMatch: membership.version,
          body: { because: because.text },
        })
      }
      onCancel={onClose}
      width={440}
    >
      <p className="muted">{t("programme.exitWhy")}</p>
      <p style={{ marginTop: 12 }}>
        <label htmlFor={id}>{t("programme.exitBecause")}</label>
      </p>
      <Input.TextArea
        id={id}
        autoFocus
        rows={3}
        maxLength={1000}
        value={because.text}
        onChange={(event) => because.setText(event.target.value)}
      />
      <FormProblem error={ask.error} />
    </Modal>
  );
};
