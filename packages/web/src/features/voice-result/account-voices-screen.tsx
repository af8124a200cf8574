import { voices } from "@mainstay/contract/voice";
import { Link } from "@tanstack/react-router";
import { Segmented } from "antd";
import { useTranslation } from "react-i18next";
import { Day } from "../../components/day.tsx";
import { PageHeader } from "../../components/page-header.tsx";
import { SearchBox } from "../../components/search-box.tsx";
import { usePagedAnswer } from "../../lib/paged-answer.ts";
import { useAnswer } from "../../lib/query.ts";
import { useSession } from "../../lib/session.ts";
import { useAddressState } from "../../lib/table-state.ts";
import { AccountScoreCells } from "./account-score.tsx";
import styles from "./voice-result.module.css";
import { VoicePages } from "./voice-pages.tsx";
import type { VoiceSearch } from "./voice-search.ts";

/** Accounts by what they think: dissatisfied economic buyers first. */
export const AccountVoicesScreen = () => {
  const { t } = useTranslation();
  const { workspace } = useSession();
  const [search, change] = useAddressState<VoiceSearch>();
  const { q, buyer, segment } = search;
  const query = {
    ...(q !== undefined && { search: q }),
    ...(buyer !== undefined && { buyer }),
    ...(segment !== undefined && { segment }),
  };
  const found = usePagedAnswer(voices.accounts, { query });
  const low = useAnswer(voices.accounts, { query: { buyer: "dissatisfied", limit: 1 } });
  const lowCount = low.data?.total ?? 0;
  return (
    <>
      <PageHeader
        tabTitle={t("voiceResult.accounts.title")}
        title={
          !low.data
            ? t("voiceResult.accounts.title")
            : lowCount === 0
              ? t("voiceResult.accounts.headlineNone")
              : t("voiceResult.accounts.headline", { count: lowCount })
        }
        lead={t("voiceResult.accounts.lead")}
      />
      <div className={styles["filters"]}>
        <SearchBox
          value={q ?? ""}
          label={t("voiceResult.accounts.search")}
          onChange={(text) => change({ q: text })}
        />
        <Segmented
          value={buyer ?? "any"}
          onChange={(value) =>
            change({ buyer: value === "any" ? undefined : (value as "dissatisfied") })
          }
          options={[
            { value: "any", label: t("voiceResult.accounts.buyerAny") },
            { value: "dissatisfied", label: t("voiceResult.accounts.buyerDissatisfied") },
            { value: "silent", label: t("voiceResult.accounts.buyerSilent") },
          ]}
        />
      </div>
      <VoicePages found={found} what="accounts">
        {(voice) => (
          <li key={voice.account.id} className={styles["row"]}>
            <div className={styles["name"]}>
              <Link to="/accounts/$accountId" params={{ accountId: voice.account.id }}>
                {voice.account.name}
              </Link>
              <div className="muted">
                {t(`glossary.segment.${voice.account.segment ?? "none"}`)} ·{" "}
                <Day on={voice.answeredOn} today={workspace.today} />
                {voice.dissatisfied > 0 &&
                  ` · ${t("voiceResult.accounts.dissatisfied", { count: voice.dissatisfied })}`}
              </div>
            </div>
            <AccountScoreCells voice={voice} />
          </li>
        )}
      </VoicePages>
    </>
  );
};
