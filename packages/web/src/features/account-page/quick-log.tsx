import { accountPage } from "@mainstay/contract/account-page";
import { interactions } from "@mainstay/contract/interaction";
import { today as todayEndpoints } from "@mainstay/contract/today";
import type { IsoDay } from "@mainstay/domain/calendar/day-number";
import { interactionKinds } from "@mainstay/domain/interaction/interaction-kind";
import type { InteractionKind } from "@mainstay/domain/interaction/interaction-kind";
import { Button, Checkbox, Input, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { FormProblem } from "../../components/form-problem.tsx";
import { useNotice } from "../../lib/notice.tsx";
import { useAct } from "../../lib/query.ts";
import { useUnsavedText } from "../../lib/unsaved-text.ts";
import styles from "./timeline-section.module.css";

/** One line beats a form: what was just said, how, and whether they answered. Unsaved words survive a reload. */
export const QuickLog = ({ accountId, today }: { accountId: string; today: IsoDay }) => {
  const { t } = useTranslation();
  const notice = useNotice();
  const summary = useUnsavedText(`log:${accountId}`);
  const [kind, setKind] = useState<InteractionKind>("call");
  const [isTwoWay, setTwoWay] = useState(true);
  const log = useAct(interactions.log, {
    refresh: [todayEndpoints.get, interactions.list, accountPage.get],
    onSuccess: () => {
      summary.done();
      notice.done(t("interaction.logged"));
    },
  });
  const text = summary.text.trim();
  const send = () =>
    text !== "" &&
    log.mutate({
      params: { accountId },
      body: { kind, occurredOn: today, isTwoWay, summary: text },
    });
  return (
    <form
      className={styles["quick"]}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <Input.TextArea
        autoSize={{ minRows: 1, maxRows: 6 }}
        maxLength={5000}
        aria-label={t("accountPage.timeline.quickLog")}
        placeholder={t("accountPage.timeline.quickLog")}
        value={summary.text}
        onChange={(event) => summary.setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === "Enter" && (event.metaKey || event.ctrlKey)) send();
        }}
      />
      {text !== "" && (
        <div className={styles["quickFoot"]}>
          <Select
            size="small"
            aria-label={t("interaction.kind")}
            value={kind}
            onChange={setKind}
            options={interactionKinds.map((value) => ({
              value,
              label: t(`glossary.interactionKind.${value}`),
            }))}
          />
          <Checkbox checked={isTwoWay} onChange={(event) => setTwoWay(event.target.checked)}>
            {t("interaction.isTwoWay")}
          </Checkbox>
          <Button size="small" type="primary" htmlType="submit" loading={log.isPending}>
            {t("app.save")}
          </Button>
        </div>
      )}
      <FormProblem error={log.error} />
    </form>
  );
};
