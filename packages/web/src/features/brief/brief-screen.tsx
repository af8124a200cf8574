import { briefs } from "@mainstay/contract/brief";
import { decisionChains } from "@mainstay/contract/decision-chain";
import { formatDay } from "@mainstay/phrases/format/format-day";
import { useParams } from "@tanstack/react-router";
import { Button, Input, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { DayField } from "../../components/day-field.tsx";
import { ErrorState } from "../../components/error-state.tsx";
import { PageHeader, Screen } from "../../components/page-header.tsx";
import { LoadingScreen } from "../../components/skeleton.tsx";
import { addressOf } from "../../lib/call.ts";
import { usePreferences } from "../../lib/preferences.ts";
import { useAnswer } from "../../lib/query.ts";
import { useAddressState } from "../../lib/table-state.ts";
import { AccountTabs } from "../relationship/account-tabs.tsx";
import { BriefPaper } from "./brief-paper.tsx";
import { type BriefSearch, briefQueryOf } from "./brief-search.ts";
import styles from "./brief-screen.module.css";

/** One page before a visit: whom one meets and how, what is open, what to ask and to bring. */
export const BriefScreen = () => {
  const { t } = useTranslation();
  const { locale } = usePreferences();
  const { accountId } = useParams({ strict: false }) as { accountId: string };
  const [search, change] = useAddressState<BriefSearch>();
  const [purpose, setPurpose] = useState(search.purpose ?? "");
  const input = { params: { accountId }, query: briefQueryOf(search) };
  const found = useAnswer(briefs.get, input, { placeholderData: (kept) => kept });
  const chain = useAnswer(decisionChains.get, { params: { accountId } });
  if (found.isError)
    return <ErrorState error={found.error} isScreen onRetry={() => void found.refetch()} />;
  if (found.data === undefined) return <LoadingScreen />;
  const brief = found.data;
  return (
    <Screen width="narrow">
      <PageHeader
        title={t("brief.titleOf", { account: brief.account.name })}
        lead={t("brief.for", { name: brief.preparedFor, on: brief.visitOn })}
        actions={
          <span className={styles["noPrint"]}>
            <Button
              type="primary"
              href={addressOf(briefs.print, input.params, input.query)}
              download
            >
              {t("brief.print")}
            </Button>
          </span>
        }
      />
      <div className={styles["noPrint"]}>
        <AccountTabs accountId={accountId} />
      </div>
      <div className={styles["choices"]} role="group" aria-label={t("app.filters")}>
        <Select
          mode="multiple"
          aria-label={t("brief.whom")}
          placeholder={t("brief.whomHint")}
          value={search.people ?? []}
          maxCount={20}
          optionFilterProp="label"
          onChange={(people: string[]) =>
            change({ people: people.length > 0 ? people : undefined })
          }
          options={(chain.data?.people ?? []).map(({ personId, name, position }) => ({
            value: personId,
            label: position.title === null ? name : `${name} · ${position.title}`,
          }))}
        />
        <Input
          aria-label={t("brief.purpose")}
          placeholder={t("brief.purposeHint")}
          maxLength={300}
          value={purpose}
          onChange={(event) => setPurpose(event.target.value)}
          onBlur={() => change({ purpose: purpose.trim() || undefined })}
          onPressEnter={() => change({ purpose: purpose.trim() || undefined })}
        />
        <DayField
          label={t("brief.visitOn")}
          value={search.on ?? brief.visitOn}
          onChange={(on) => change({ on: on ?? undefined })}
        />
      </div>
      <div aria-busy={found.isPlaceholderData} title={formatDay(brief.visitOn, locale)}>
        <BriefPaper brief={brief} />
      </div>
    </Screen>
  );
};
