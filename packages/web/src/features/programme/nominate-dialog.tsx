import { accountTeams } from "@mainstay/contract/account-team";
import { approvals } from "@mainstay/contract/approval";
import { programme } from "@mainstay/contract/programme";
import { today } from "@mainstay/contract/today";
import { Input, Modal } from "antd";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { AccountSelect } from "../../components/account-select.tsx";
import { FormProblem } from "../../components/form-problem.tsx";
import { Skeleton } from "../../components/skeleton.tsx";
import { UserSelect } from "../../components/user-select.tsx";
import { useNotice } from "../../lib/notice.tsx";
import { useAct, useAnswer } from "../../lib/query.ts";
import { openCriteria, type ScoreDraft, scoresOf } from "./scorecard-draft.ts";
import { ScorecardFields } from "./scorecard-fields.tsx";

export const staleAfterProgramme = [programme.screen, accountTeams.get, approvals.list, today.get];

/** Nominate an account: choose it, score it, say why; beyond the cap also why an exception and who allows it. */
export const NominateDialog = ({ onClose }: { onClose: () => void }) => {
  const { t } = useTranslation();
  const notice = useNotice();
  const id = useId();
  const [accountId, setAccountId] = useState<string | null>(null);
  const [draft, setDraft] = useState<ScoreDraft>({});
  const [because, setBecause] = useState("");
  const [exception, setException] = useState<{ because: string; approverUserId: string | null }>({
    because: "",
    approverUserId: null,
  });
  const found = useAnswer(
    programme.propose,
    { params: { accountId: accountId ?? "" } },
    { enabled: accountId !== null },
  );
  const nominate = useAct(programme.nominate, {
    refresh: staleAfterProgramme,
    onSuccess: () => {
      onClose();
      notice.done(t("programme.nominated"));
    },
  });
  const proposal = accountId === null ? undefined : found.data;
  const { approverUserId } = exception;
  const exceptionLacks =
    proposal?.isFull === true && (exception.because.trim() === "" || approverUserId === null);
  const isReady =
    proposal !== undefined &&
    openCriteria(proposal, draft).length === 0 &&
    because.trim() !== "" &&
    !exceptionLacks;
  const send = () => {
    if (accountId === null || !proposal) return;
    nominate.mutate({
      body: {
        accountId,
        scores: scoresOf(draft),
        because,
        exception:
          proposal.isFull && approverUserId !== null
            ? { because: exception.because, approverUserId }
            : null,
      },
    });
  };
  return (
    <Modal
      open
      title={t("programme.nominateTitle")}
      okText={t("programme.nominate")}
      okButtonProps={{ disabled: !isReady, loading: nominate.isPending }}
      onOk={send}
      onCancel={onClose}
      width={600}
    >
      <AccountSelect
        label={t("programme.chooseAccount")}
        placeholder={t("programme.chooseAccount")}
        value={accountId}
        onChange={(next) => {
          setAccountId(next);
          setDraft({});
        }}
      />
      {accountId !== null && !proposal && !found.isError && <Skeleton lines={5} />}
      <FormProblem error={found.error} />
      {proposal && (
        <>
          <ScorecardFields proposal={proposal} draft={draft} onChange={setDraft} />
          <label htmlFor={id}>{t("programme.why")}</label>
          <Input.TextArea
            id={id}
            rows={2}
            maxLength={1000}
            value={because}
            onChange={(event) => setBecause(event.target.value)}
          />
          {proposal.isFull && (
            <div style={{ marginTop: 12 }}>
              <p>{t("programme.full", { cap: proposal.rule.cap })}</p>
              <Input
                aria-label={t("programme.exceptionWhy")}
                placeholder={t("programme.exceptionWhy")}
                maxLength={1000}
                value={exception.because}
                onChange={(event) => setException({ ...exception, because: event.target.value })}
                style={{ margin: "6px 0" }}
              />
              <UserSelect
                label={t("programme.approver")}
                nobody={t("programme.approverNeeded")}
                value={approverUserId}
                onChange={(userId) => setException({ ...exception, approverUserId: userId })}
              />
            </div>
          )}
          <FormProblem error={nominate.error} />
        </>
      )}
    </Modal>
  );
};
