import { audits, type AuditVerificationView } from "@mainstay/contract/audit";
import { findingsNamedAtMost } from "@mainstay/domain/audit/audit-finding";
import { auditActKey } from "@mainstay/phrases/audit/act-key";
import { formatInstant } from "@mainstay/phrases/format/format-day";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { Instant } from "../../../components/day.tsx";
import { useNotice } from "../../../lib/notice.tsx";
import { useAct, useAnswer } from "../../../lib/query.ts";
import styles from "./audit-verification.module.css";

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
  const tone = last === null ? "grey" : last.isIntact ? "green" : "red";
  const title = {
    grey: () => t("audit.verification.never"),
    green: () => t("audit.verification.intact", { count: last?.rowsChecked ?? 0 }),
    red: () => t("audit.verification.broken"),
  }[tone]();
  return (
    <section className={styles["judgement"]} data-tone={tone}>
      <div className={styles["words"]}>
        <h2>{title}</h2>
        {last !== null && !last.isIntact && <Findings verification={last} />}
        <p>
          {last !== null && (
            <>
              {t("audit.verification.when")} <Instant at={last.verifiedAt} /> ·{" "}
            </>
          )}
          {t("audit.verification.how")}
        </p>
      </div>
      <Button loading={verify.isPending} onClick={() => verify.mutate({})}>
        {t("audit.verification.now")}
      </Button>
    </section>
  );
};

/** What is wrong, each with its place in the chain. */
const Findings = ({ verification }: { verification: AuditVerificationView }) => {
  const { t } = useTranslation();
  const { findings } = verification;
  return (
    <ul>
      {findings.map(({ kind, sequence, at, act }, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a verification never changes
        <li key={place}>
          {t(`audit.finding.${kind}`, {
            sequence: sequence ?? 0,
            at: at === null ? "" : formatInstant(at),
            act: act === null ? "" : t(`audit.act.${auditActKey(act) ?? "other"}`),
          })}
        </li>
      ))}
      {findings.length >= findingsNamedAtMost && (
        <li>{t("audit.verification.more", { count: findingsNamedAtMost })}</li>
      )}
    </ul>
  );
};
