import { type SubjectRequestView, subjectRequests } from "@mainstay/contract/subject-request";
import { Button, Segmented } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { EmptyState } from "../../components/empty-state.tsx";
import { ErrorState } from "../../components/error-state.tsx";
import { Skeleton } from "../../components/skeleton.tsx";
import { useAnswer } from "../../lib/query.ts";
import { useMay } from "../../lib/session.ts";
import styles from "./privacy.module.css";
import { RecordRequestDialog } from "./record-request-dialog.tsx";
import { type RequestAct, RequestActDialog } from "./request-act-dialog.tsx";
import { RequestRow } from "./request-row.tsx";

const shown = ["working", "closed", "all"] as const;

/** Requests of persons: what is overdue first. */
export const RequestsTab = () => {
  const { t } = useTranslation();
  const [status, setStatus] = useState<(typeof shown)[number]>("working");
  const [isRecording, setRecording] = useState(false);
  const [act, setAct] = useState<{ act: RequestAct; of: SubjectRequestView } | null>(null);
  const mayRecord = useMay("subject_request.record");
  const found = useAnswer(subjectRequests.list, { query: { status, limit: 200 } });
  return (
    <>
      <div className={styles["bar"]}>
        <Segmented
          value={status}
          onChange={setStatus}
          options={shown.map((one) => ({ value: one, label: t(`privacy.request.show.${one}`) }))}
        />
        {mayRecord && (
          <Button type="primary" onClick={() => setRecording(true)}>
            {t("privacy.request.add")}
          </Button>
        )}
      </div>
      {found.isError && <ErrorState error={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending && <Skeleton height={60} />}
      {found.data?.items.length === 0 && (
        <EmptyState title={t("privacy.request.none")} words={t("privacy.request.noneWords")} />
      )}
      {found.data && found.data.items.length > 0 && (
        <ul className={styles["list"]}>
          {found.data.items.map((request) => (
            <RequestRow
              key={request.id}
              request={request}
              onAct={(one) => setAct({ act: one, of: request })}
            />
          ))}
        </ul>
      )}
      {isRecording && <RecordRequestDialog onClose={() => setRecording(false)} />}
      {act && <RequestActDialog act={act.act} request={act.of} onClose={() => setAct(null)} />}
    </>
  );
};
