import { cases } from "@mainstay/contract/case";
import { voices } from "@mainstay/contract/voice";
import { useNavigate } from "@tanstack/react-router";
import { Button, Popconfirm } from "antd";
import { useTranslation } from "react-i18next";
import { useNotice } from "../../lib/notice.tsx";
import { useAct } from "../../lib/query.ts";

interface OpenCaseButtonProps {
  readonly accountId: string;
  readonly personId: string | null;
  readonly responseId: string;
  readonly title: string;
  readonly words: string;
}

/** Takes up what a customer wrote as a complaint; whoever does answers for it from then on. */
export const OpenCaseButton = ({
  accountId,
  personId,
  responseId,
  title,
  words,
}: OpenCaseButtonProps) => {
  const { t } = useTranslation();
  const notice = useNotice();
  const navigate = useNavigate();
  const open = useAct(cases.open, {
    refresh: [cases.list, voices.verbatims],
    onSuccess: ({ id }) => void navigate({ to: "/cases/$caseId", params: { caseId: id } }),
    onError: notice.refused,
  });
  const save = () =>
    open.mutate({
      params: { accountId },
      body: {
        kind: "complaint",
        level: "general",
        channel: "survey",
        title,
        description: words,
        personId,
        sourceResponseId: responseId,
      },
    });
  return (
    <Popconfirm
      title={t("voiceResult.verbatim.openCaseSure")}
      okText={t("voiceResult.verbatim.openCase")}
      onConfirm={save}
    >
      <Button size="small" loading={open.isPending}>
        {t("voiceResult.verbatim.openCase")}
      </Button>
    </Popconfirm>
  );
};
