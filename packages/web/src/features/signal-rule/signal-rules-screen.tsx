import type { AnswerOf } from "@mainstay/contract/endpoint/endpoint";
import { signalRules } from "@mainstay/contract/signal-rule";
import { findSignalRuleFaults } from "@mainstay/domain/signal-rule/check-signal-rules";
import { signalRuleFaultWords } from "@mainstay/phrases/error/signal-rule-fault-words";
import { Button } from "antd";
import { Suspense, lazy, useState } from "react";
import { useTranslation } from "react-i18next";
import { Instant } from "../../components/day.tsx";
import { ErrorState } from "../../components/error-state.tsx";
import { FormProblem } from "../../components/form-problem.tsx";
import { PageHeader } from "../../components/page-header.tsx";
import { Skeleton } from "../../components/skeleton.tsx";
import { usePreferences } from "../../lib/preferences.ts";
import { useAct, useAnswer } from "../../lib/query.ts";
import { useMay, useSession } from "../../lib/session.ts";
import { SettingBlock } from "../setting/setting-block.tsx";
import form from "../policy/policy-form.module.css";
import { KindTable } from "./kind-table.tsx";
import styles from "./kind-table.module.css";
import { PreviewLead } from "./preview-lead.tsx";
import { useRuleDraft } from "./rule-draft.ts";
import { RuleForm } from "./rule-form.tsx";
import { RuleHistory } from "./rule-history.tsx";

const Publish = lazy(() =>
  import("./publish-rules-dialog.tsx").then((m) => ({ default: m.PublishRulesDialog })),
);

/** Which warnings are raised and from where on: tried on the past year first, then published. */
export const SignalRulesScreen = () => {
  const { t } = useTranslation();
  const found = useAnswer(signalRules.get, {});
  if (found.data) return <RulesInForce inForce={found.data} />;
  return (
    <>
      <PageHeader title={t("signalRule.title")} />
      {found.isError ? (
        <ErrorState error={found.error} onRetry={() => void found.refetch()} />
      ) : (
        <Skeleton lines={8} height={20} />
      )}
    </>
  );
};

const RulesInForce = ({ inForce }: { inForce: AnswerOf<typeof signalRules.get> }) => {
  const { t } = useTranslation();
  const { workspace } = useSession();
  const { locale } = usePreferences();
  const [mayPreview, mayPublish] = [useMay("signal_rule.preview"), useMay("signal_rule.publish")];
  const draft = useRuleDraft(inForce);
  const [isPublishing, setPublishing] = useState(false);
  const preview = useAct(signalRules.preview);
  const asked = JSON.stringify(preview.variables?.body.rules);
  // A preview speaks of the rules it was asked with, not of later ones.
  const shown = asked === JSON.stringify(draft.rules) ? preview.data : undefined;
  const faults = findSignalRuleFaults(draft.rules);
  const isStale = draft.isChanged && draft.baseVersion !== inForce.version;
  const { version, publishedBy, publishedAt, note } = inForce;
  return (
    <>
      <PageHeader
        title={t("signalRule.title")}
        lead={
          <>
            {t("signalRule.lead", { version })}{" "}
            {version === 0
              ? t("signalRule.shipped")
              : publishedBy !== null &&
                t("signalRule.publishedBy", { name: publishedBy.name })}{" "}
            {publishedAt !== null && <Instant at={publishedAt} />}
            {note !== "" && ` · ${note}`}
          </>
        }
        actions={
          mayPreview && (
            <>
              {draft.isChanged && (
                <Button type="text" onClick={draft.reset}>
                  {t("signalRule.reset")}
                </Button>
              )}
              <Button
                loading={preview.isPending}
                disabled={faults.length > 0}
                onClick={() =>
                  preview.mutate({
                    body: { rules: { ...draft.rules, off: [...draft.rules.off] } },
                  })
                }
              >
                {t(preview.isPending ? "signalRule.previewing" : "signalRule.preview")}
              </Button>
              {mayPublish && (
                <Button
                  type="primary"
                  disabled={!draft.isChanged || shown === undefined || isStale}
                  title={shown === undefined ? t("signalRule.previewFirst") : undefined}
                  onClick={() => setPublishing(true)}
                >
                  {t("signalRule.publish")}
                </Button>
              )}
            </>
          )
        }
      />
      {mayPreview && !mayPublish && <p className="muted">{t("signalRule.notYours")}</p>}
      {isStale && <p role="alert">{t("signalRule.stale", { version })}</p>}
      {faults.length > 0 && (
        <p role="alert" className={form["faults"]}>
          {faults.map((fault) => signalRuleFaultWords[locale][fault]).join(" ")}
        </p>
      )}
      <FormProblem error={preview.error} />
      {shown && <PreviewLead preview={shown} className={styles["lead"] ?? ""} />}
      <SettingBlock title={t("signalRule.kinds")} lead={t("signalRule.kindsLead")}>
        <KindTable
          rules={draft.rules}
          preview={shown}
          mayChange={mayPreview}
          onChange={draft.change}
        />
      </SettingBlock>
      <SettingBlock title={t("signalRule.thresholds")}>
        <RuleForm
          rules={draft.rules}
          currency={workspace.baseCurrency}
          mayChange={mayPreview}
          onChange={draft.change}
        />
      </SettingBlock>
      <SettingBlock title={t("signalRule.history")}>
        <RuleHistory version={version} mayChange={mayPreview} onRestore={draft.change} />
      </SettingBlock>
      {isPublishing && (
        <Suspense>
          <Publish draft={draft} onClose={() => setPublishing(false)} />
        </Suspense>
      )}
    </>
  );
};
