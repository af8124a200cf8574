import { privacy } from "@mainstay/contract/privacy";
import { formatInstant } from "@mainstay/phrases/format/format-day";
import { Link } from "@tanstack/react-router";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { ErrorState } from "../../components/error-state.tsx";
import { JudgementRow } from "../../components/judgement-row.tsx";
import { SeverityMark } from "../../components/level-mark.tsx";
import { PageHeader, Screen } from "../../components/page-header.tsx";
import { LoadingScreen } from "../../components/skeleton.tsx";
import { addressOf } from "../../lib/call.ts";
import { useAnswer } from "../../lib/query.ts";
import { useMay } from "../../lib/session.ts";
import { useAddressState } from "../../lib/table-state.ts";
import { BulkWarnings } from "../fact/bulk-warnings.tsx";
import { AssessmentsTab } from "./assessments-tab.tsx";
import { ConsentsTab } from "./consents-tab.tsx";
import { IncidentsTab } from "./incidents-tab.tsx";
import { NoticeTab } from "./notice-tab.tsx";
import {
  judgePrivacy,
  type PrivacyJudgement,
  type PrivacyTab,
  privacyTabs,
} from "./privacy-judgements.ts";
import styles from "./privacy.module.css";
import { RecordsTab } from "./records-tab.tsx";
import { RequestsTab } from "./requests-tab.tsx";

const tabs: Readonly<Record<PrivacyTab, () => React.ReactNode>> = {
  requests: () => <RequestsTab />,
  consents: () => <ConsentsTab />,
  notice: () => <NoticeTab />,
  assessments: () => <AssessmentsTab />,
  incidents: () => <IncidentsTab />,
  records: () => <RecordsTab />,
};

const Judgement = ({
  judgement,
  onTab,
}: {
  judgement: PrivacyJudgement;
  onTab: (tab: PrivacyTab) => void;
}) => {
  const { t, i18n } = useTranslation();
  const { words, count, tab, personId } = judgement;
  const names = (judgement.names ?? []).join(i18n.language === "en" ? ", " : "、");
  const on = judgement.on ?? "";
  const at = on.includes("T") ? formatInstant(on) : on;
  const say = (key: string) =>
    t(`privacy.judgement.${key}` as "privacy.judgement.fine", { count, names, on, at });
  return (
    <JudgementRow
      mark={<SeverityMark severity={judgement.severity} />}
      title={say(words)}
      reason={say(`${words}Why`)}
      actions={
        tab === "audit" ? (
          <Link to="/settings/audit">
            <Button size="small">{t("privacy.judgement.look")}</Button>
          </Link>
        ) : tab === "person" ? (
          personId && (
            <Link to="/people/$personId" params={{ personId }}>
              <Button size="small">{t("privacy.judgement.look")}</Button>
            </Link>
          )
        ) : (
          <Button size="small" onClick={() => onTab(tab)}>
            {t("privacy.judgement.look")}
          </Button>
        )
      }
    />
  );
};

/** 合规: what has to be looked at now, then each of its papers. */
export const PrivacyScreen = () => {
  const { t } = useTranslation();
  const [{ tab = "requests" }, change] = useAddressState<{ tab?: PrivacyTab }>();
  const manages = useMay("privacy.manage");
  const found = useAnswer(privacy.overview, {});
  if (found.isError && !found.data)
    return <ErrorState error={found.error} isScreen onRetry={() => void found.refetch()} />;
  if (!found.data) return <LoadingScreen />;
  const judgements = judgePrivacy(found.data);
  const open = (next: PrivacyTab) => {
    change({ tab: next });
    document.getElementById("privacy-tabs")?.scrollIntoView({ behavior: "smooth" });
  };
  return (
    <Screen>
      <PageHeader
        tabTitle={t("privacy.title")}
        title={
          judgements.length === 0
            ? t("privacy.judgement.headFine")
            : t("privacy.judgement.head", { count: judgements.length })
        }
        {...(judgements.length === 0 && { lead: t("privacy.judgement.fineWhy") })}
        actions={
          manages && (
            <Button href={addressOf(privacy.evidencePack)} download>
              {t("privacy.evidencePack")}
            </Button>
          )
        }
      />
      {manages && <BulkWarnings />}
      {judgements.length > 0 && (
        <div className={styles["judgements"]}>
          {judgements.map((one) => (
            <Judgement key={one.words} judgement={one} onTab={open} />
          ))}
        </div>
      )}
      <div id="privacy-tabs">
        <nav className={styles["tabs"]} aria-label={t("privacy.title")}>
          {privacyTabs.map((one) => (
            <button
              key={one}
              type="button"
              aria-current={one === tab ? "page" : undefined}
              ref={(button) => {
                if (one === tab && button?.parentElement)
                  button.parentElement.scrollLeft = button.offsetLeft - 48;
              }}
              onClick={() => change({ tab: one })}
            >
              {t(`privacy.tab.${one}`)}
            </button>
          ))}
        </nav>
        {tabs[tab]()}
      </div>
    </Screen>
  );
};
