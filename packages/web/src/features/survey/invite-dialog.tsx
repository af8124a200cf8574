import { personLists } from "@mainstay/contract/person-list";
import { surveyRounds } from "@mainstay/contract/survey-round";
import { leftOutReasons } from "@mainstay/domain/survey/draw-sample";
import { keepPreviousData } from "@tanstack/react-query";
import { Modal, Select } from "antd";
import { useDeferredValue, useState } from "react";
import { useTranslation } from "react-i18next";
import { useNotice } from "../../lib/notice.tsx";
import { useAct, useAnswer } from "../../lib/query.ts";

/** Asks one more person by hand; what speaks against it is said in the place. */
export const InviteDialog = ({ roundId, onClose }: { roundId: string; onClose: () => void }) => {
  const { t } = useTranslation();
  const notice = useNotice();
  const [words, setWords] = useState("");
  const [chosen, setChosen] = useState<string | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const q = useDeferredValue(words.trim());
  const found = useAnswer(
    personLists.search,
    { query: { q, limit: 20 } },
    { placeholderData: keepPreviousData },
  );
  const invite = useAct(surveyRounds.invite, {
    refresh: [surveyRounds.get, surveyRounds.invitations],
    onSuccess: ({ leftOut }) => {
      const [one] = leftOut;
      if (!one) {
        notice.done(t("survey.round.invited"));
        return onClose();
      }
      const reason = leftOutReasons.find((known) => known === one.because);
      return setRefusal(
        reason
          ? t(`survey.leftOut.${reason}`)
          : t(`survey.notInvited.${one.because as "already_asked" | "not_there"}`),
      );
    },
    onError: notice.refused,
  });
  const send = () => {
    const [personId, accountId] = chosen?.split(" ") ?? [];
    if (personId === undefined || accountId === undefined) return;
    invite.mutate({ params: { roundId }, body: { people: [{ personId, accountId }] } });
  };
  return (
    <Modal
      open
      title={t("survey.round.invite")}
      onCancel={onClose}
      onOk={send}
      okText={t("survey.round.invite")}
      okButtonProps={{ disabled: chosen === null }}
      confirmLoading={invite.isPending}
    >
      <p>{t("survey.round.inviteWords")}</p>
      <Select
        aria-label={t("survey.round.invite")}
        style={{ width: "100%" }}
        showSearch={{ filterOption: false, onSearch: setWords }}
        value={chosen}
        onChange={(next: string) => {
          setChosen(next);
          setRefusal(null);
        }}
        notFoundContent={found.isPending ? t("app.loading") : t("person.list.filteredNone")}
        options={(found.data?.items ?? []).flatMap((row) =>
          row.jobs.map((job) => ({
            value: `${row.id} ${job.account.id}`,
            label: [row.name, job.account.name, job.title].filter(Boolean).join(" · "),
          })),
        )}
      />
      {refusal !== null && <p role="alert">{refusal}</p>}
    </Modal>
  );
};
