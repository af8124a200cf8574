import { type CaseView, cases } from "@mainstay/contract/case";
import type { CaseEvent } from "@mainstay/contract/case-history";
import { Button, Checkbox } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { usePagedAnswer } from "../../lib/paged-answer.ts";
import { CaseBlock } from "./case-block.tsx";
import styles from "./case-page.module.css";
import { CaseEventRow } from "./case-event-row.tsx";

/** What happened, newest first; what the customer reads is told apart by word and shape. */
export const CaseTimeline = ({ view }: { view: CaseView }) => {
  const { t } = useTranslation();
  const [isPublicOnly, setPublicOnly] = useState(false);
  const [wantsOlder, setWantsOlder] = useState(false);
  const older = usePagedAnswer(
    cases.listEvents,
    { params: { caseId: view.id }, query: { limit: 100 } },
    { enabled: wantsOlder },
  );
  const events: CaseEvent[] = wantsOlder
    ? merge(
        view.timeline.items,
        (older.data?.pages ?? []).flatMap(({ items }) => items),
      )
    : view.timeline.items;
  const shown = events.filter(({ isPublic }) => !isPublicOnly || isPublic);
  const hasOlder = wantsOlder ? older.hasNextPage : view.timeline.nextCursor !== null;
  return (
    <CaseBlock
      title={t("case.timeline.title")}
      action={
        <Checkbox checked={isPublicOnly} onChange={(event) => setPublicOnly(event.target.checked)}>
          {t("case.timeline.onlyPublic")}
        </Checkbox>
      }
    >
      {shown.length === 0 ? (
        <p className="muted">{t("case.timeline.none")}</p>
      ) : (
        <ol className={styles["timeline"]}>
          {shown.map((event) => (
            <CaseEventRow key={event.id} event={event} />
          ))}
        </ol>
      )}
      {hasOlder && (
        <Button
          type="link"
          loading={older.isFetching}
          onClick={() => (wantsOlder ? void older.fetchNextPage() : setWantsOlder(true))}
        >
          {t("case.timeline.older")}
        </Button>
      )}
    </CaseBlock>
  );
};

/** The newest with what was fetched of before, each once. */
const merge = (newest: readonly CaseEvent[], before: readonly CaseEvent[]): CaseEvent[] => [
  ...new Map([...newest, ...before].map((event) => [event.id, event])).values(),
];
