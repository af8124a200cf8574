import { approvals, type ApprovalView } from "@mainstay/contract/approval";
import { today } from "@mainstay/contract/today";
import { Link } from "@tanstack/react-router";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { ReasonText } from "../../components/reason-text.tsx";
import { useNotice } from "../../lib/notice.tsx";
import { useAct } from "../../lib/query.ts";

export const ApprovalWhy = ({ approval }: { approval: ApprovalView }) => (
  <ReasonText reason={approval.reason} />
);

export const ApprovalGrounds = ({ approval }: { approval: ApprovalView }) => {
  const { t } = useTranslation();
  return (
    <>
      <span>{t("todayRow.askedBy", { name: approval.requestedBy.name })}</span>
      {approval.decidingFor !== null && (
        <span>{t("todayRow.inPlaceOf", { name: approval.decidingFor.name })}</span>
      )}
      {approval.note !== "" && <q>{approval.note}</q>}
    </>
  );
};

/** Approve at once; to refuse is to say why, on the page of approvals. */
export const ApprovalActs = ({ approval }: { approval: ApprovalView }) => {
  const { t } = useTranslation();
  const notice = useNotice();
  const decide = useAct(approvals.decide, {
    refresh: [today.get, approvals.list],
    onSuccess: () => notice.done(t("todayRow.approved")),
    onError: notice.refused,
  });
  return (
    <>
      {approval.can.decide && (
        <Button
          size="small"
          type="primary"
          data-first-act
          loading={decide.isPending}
          onClick={() =>
            decide.mutate({
              params: { approvalId: approval.id },
              ifMatch: approval.version,
              body: { decision: "approve", note: "" },
            })
          }
        >
          {t("todayRow.act.approve")}
        </Button>
      )}
      <Link to={"/approvals" as string}>
        <Button size="small" tabIndex={-1}>
          {t("todayRow.act.refuse")}
        </Button>
      </Link>
    </>
  );
};
