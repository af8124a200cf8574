import type { AnswerOf } from "@mainstay/contract/endpoint/endpoint";
import { servicePolicies } from "@mainstay/contract/service-policy";
import { findServicePolicyFaults } from "@mainstay/domain/service-policy/check-service-policy";
import type {
  PolicyLine,
  PolicyLineKey,
  PolicyLines,
} from "@mainstay/domain/service-policy/service-terms";
import { Button } from "antd";
import { Suspense, lazy, useState } from "react";
import { useTranslation } from "react-i18next";
import { ErrorState } from "../../components/error-state.tsx";
import { FormProblem } from "../../components/form-problem.tsx";
import { PageHeader } from "../../components/page-header.tsx";
import { Skeleton } from "../../components/skeleton.tsx";
import { useAct, useAnswer } from "../../lib/query.ts";
import { useMay } from "../../lib/session.ts";
import { LinesTable } from "./lines-table.tsx";
import { PreviewResult } from "./preview-result.tsx";
import { useServicePolicyDraft } from "./service-policy-draft.ts";
import { ServicePolicyHistory } from "./service-policy-history.tsx";
import styles from "./service-policy.module.css";

const EditLine = lazy(() =>
  import("./edit-line-dialog.tsx").then((m) => ({ default: m.EditLineDialog })),
);
const Publish = lazy(() =>
  import("./publish-dialog.tsx").then((m) => ({ default: m.PublishDialog })),
);

/** 服务政策: what every segment and grade is owed; changed as a draft, previewed on the portfolio, published from a day. */
export const ServicePolicySettings = () => {
  const { t } = useTranslation();
  const found = useAnswer(servicePolicies.get, {});
  if (found.isError && !found.data)
    return (
      <>
        <PageHeader title={t("servicePolicy.title")} />
        <ErrorState error={found.error} onRetry={() => void found.refetch()} />
      </>
    );
  if (!found.data)
    return (
      <>
        <PageHeader title={t("servicePolicy.title")} />
        <Skeleton lines={8} height={24} />
      </>
    );
  return <Editor found={found.data} />;
};

const Editor = ({ found }: { found: AnswerOf<typeof servicePolicies.get> }) => {
  const { t } = useTranslation();
  const { inForce, scheduled, newestVersion } = found;
  const mayDraft = useMay("service_policy.preview");
  const mayPublish = useMay("service_policy.publish");
  const draft = useServicePolicyDraft(inForce.lines, newestVersion);
  const [editing, setEditing] = useState<PolicyLineKey | null>(null);
  const [isPublishing, setPublishing] = useState(false);
  const preview = useAct(servicePolicies.preview);
  const isChanged = draft.changed.length > 0;
  const isStale = isChanged && draft.baseVersion !== newestVersion;
  const isSound = findServicePolicyFaults(draft.lines as PolicyLines).length === 0;
  // A preview speaks of the lines it was asked with, not of later ones.
  const seen =
    isChanged && preview.variables?.body.lines === draft.lines ? preview.data : undefined;
  return (
    <>
      <PageHeader
        title={t("servicePolicy.title")}
        lead={
          <>
            {t("servicePolicy.about")}{" "}
            {inForce.version === 0
              ? t("servicePolicy.shipped")
              : `${t("servicePolicy.version", { version: inForce.version })} · ${t("servicePolicy.inForceSince", { on: inForce.effectiveFrom ?? "" })}`}
          </>
        }
      />
      {scheduled.map(({ version, effectiveFrom }) => (
        <p key={version} role="status" className={styles["notice"]}>
          {t("servicePolicy.scheduledNotice", { version, on: effectiveFrom ?? "" })}
        </p>
      ))}
      <p className="muted">{t("servicePolicy.combine")}</p>
      <LinesTable draft={draft} mayEdit={mayDraft} onEdit={setEditing} />
      <p className="muted">{t("servicePolicy.whoIsOwed")}</p>
      {!mayDraft && <p className="muted">{t("servicePolicy.readOnly")}</p>}
      {mayDraft && (
        <div className={styles["acts"]}>
          <span role="status">
            {isChanged
              ? t("servicePolicy.draftChanged", { count: draft.changed.length })
              : t("servicePolicy.draftUntouched")}
          </span>
          {isChanged && (
            <>
              <Button
                type={seen === undefined ? "primary" : "default"}
                disabled={!isSound}
                loading={preview.isPending}
                onClick={() => preview.mutate({ body: { lines: draft.lines } })}
              >
                {t("servicePolicy.preview")}
              </Button>
              {mayPublish && (
                <Button
                  type={seen === undefined ? "default" : "primary"}
                  disabled={seen === undefined || isStale}
                  title={seen === undefined ? t("servicePolicy.previewFirst") : undefined}
                  onClick={() => setPublishing(true)}
                >
                  {t("servicePolicy.publish")}
                </Button>
              )}
              <Button type="text" onClick={draft.reset}>
                {t("servicePolicy.reset")}
              </Button>
            </>
          )}
          {isChanged && !mayPublish && (
            <span className="muted">{t("servicePolicy.publishNotYours")}</span>
          )}
        </div>
      )}
      {isStale && <p role="alert">{t("servicePolicy.stale", { version: newestVersion })}</p>}
      <FormProblem error={preview.error} />
      {seen !== undefined && <PreviewResult found={seen} />}
      <h2 className={styles["sub"]}>{t("servicePolicy.history")}</h2>
      <ServicePolicyHistory mayDraft={mayDraft} onRestore={draft.replace} />
      <Suspense>
        {editing !== null && (
          <EditLine
            lineOf={editing}
            line={draft.lines[editing] as PolicyLine | undefined}
            onKeep={(line) => draft.changeLine(editing, line)}
            onClose={() => setEditing(null)}
          />
        )}
        {isPublishing && <Publish draft={draft} onClose={() => setPublishing(false)} />}
      </Suspense>
    </>
  );
};
