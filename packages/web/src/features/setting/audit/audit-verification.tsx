import { audits } from "@mainstay/contract/audit";
import { findingsNamedAtMost } from "@mainstay/domain/audit/audit-finding";
import { auditActKey } from "@mainstay/phrases/audit/act-key";
import { formatInstant } from "@mainstay/phrases/format/format-day";
import { Alert, Button } from "antd";
import { useTranslation } from "react-i18next";
import { Instant } from "../../../components/day.tsx";
import { useNotice } from "../../../lib/notice.tsx";
import { useAct, useAnswer } from "../../../lib/query.ts";

/** The judgement on the audit itself: intact, or what was tampered with and where. */
export const AuditVerification = () => {
  const { t } = useTranslation();
  const notice = useNotice();
  const found = useAnswer(audits.verification, {}, { refetchInterval: 30_000 });
  const verify = useAct(audits.verify, {
    refresh: [audits.list],
    onSuccess: () => notice.done(t("audit.verification.asked")),
    onError: notice.refused,
  });
  if (!found.data) return null;
  const { last } = found.data;
  const actWords = (act: string | null) =>
    act === null ? "" : t(`audit.act.${auditActKey(act) ?? "other"}`);
  const title =
    last === null
      ? t("audit.verification.never")
      : last.isIntact
        ? t("audit.verification.intact", { count: last.rowsChecked })
        : t("audit.verification.broken");
  return (
    <Alert
      showIcon
      style={{ marginBottom: 16 }}
      type={last === null ? "info" : last.isIntact ? "success" : "error"}
      title={title}
      description={
        <>
          {last !== null && !last.isIntact && (
            <ul>
              {last.findings.map((finding, place) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a verification never changes
                <li key={place}>
                  {t(`audit.finding.${finding.kind}`, {
                    sequence: finding.sequence ?? 0,
                    at: finding.at === null ? "" : formatInstant(finding.at),
                    act: actWords(finding.act),
                  })}
                </li>
              ))}
              {last.findings.length >= findingsNamedAtMost && (
                <li>{t("audit.verification.more", { count: findingsNamedAtMost })}</li>
              )}
            </ul>
          )}
          <span className="muted">
            {last !== null && (
              <>
                {t("audit.verification.when")} <Instant at={last.verifiedAt} /> ·{" "}
              </>
            )}
            {t("audit.verification.how")}
          </span>
        </>
      }
      action={
        <Button size="small" loading={verify.isPending} onClick={() => verify.mutate({})}>
          {t("audit.verification.now")}
        </Button>
      }
    />
  );
};
