import { type AssessmentView, impactAssessments } from "@mainstay/contract/impact-assessment";
import { privacy } from "@mainstay/contract/privacy";
import { App, Button, Input } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { EmptyState } from "../../components/empty-state.tsx";
import { ErrorState } from "../../components/error-state.tsx";
import { Skeleton } from "../../components/skeleton.tsx";
import { useNotice } from "../../lib/notice.tsx";
import { useAct, useAnswer } from "../../lib/query.ts";
import { AssessmentDialog } from "./assessment-dialog.tsx";
import styles from "./privacy.module.css";
import { Tag } from "./tag.tsx";

const refresh = [impactAssessments.list, privacy.overview] as const;
const tones = { draft: "amber", approved: "green", refused: "red", ended: undefined } as const;
const parts = ["purpose", "necessity", "impact", "measures"] as const;

const Item = ({ one, onEdit }: { one: AssessmentView; onEdit: () => void }) => {
  const { t, i18n } = useTranslation();
  const { modal } = App.useApp();
  const notice = useNotice();
  const [isOpen, setOpen] = useState(false);
  const [note, setNote] = useState("");
  const after = (done: string) => ({
    refresh,
    onSuccess: () => notice.done(done),
    onError: notice.refused,
  });
  const approve = useAct(impactAssessments.decide, after(t("privacy.assessment.approved")));
  const refuse = useAct(impactAssessments.decide, after(t("privacy.assessment.refused")));
  const end = useAct(impactAssessments.end, after(t("privacy.assessment.ended")));
  const remove = useAct(impactAssessments.remove, after(t("privacy.assessment.removed")));
  const input = { params: { assessmentId: one.id }, ifMatch: one.version };
  const withNote = note.trim() === "" ? {} : { note: note.trim() };
  const comma = i18n.language === "en" ? ", " : "、";
  return (
    <li className={styles["item"]}>
      <div className={styles["head"]}>
        <Tag {...(tones[one.status] && { tone: tones[one.status] })}>
          {t(`glossary.assessmentStatus.${one.status}`)}
        </Tag>
        <h3>{one.title}</h3>
      </div>
      <div>{one.covers.map((cover) => t(`glossary.assessmentCover.${cover}`)).join(comma)}</div>
      <div className={styles["facts"]}>
        {one.assessedBy && <span>{t("privacy.assessment.by", { name: one.assessedBy.name })}</span>}
        {one.decidedBy && (
          <span>{t("privacy.assessment.decidedBy", { name: one.decidedBy.name })}</span>
        )}
        {one.keepUntil && <span>{t("privacy.assessment.keepUntil", { on: one.keepUntil })}</span>}
        {one.facts > 0 && <span>{t("privacy.assessment.facts", { count: one.facts })}</span>}
      </div>
      {one.decisionNote && <p className={styles["words"]}>{one.decisionNote}</p>}
      {isOpen && (
        <>
          {parts.map((part) => (
            <div key={part}>
              <strong>{t(`privacy.assessment.${part}`)}</strong>
              <p className={styles["words"]}>{one[part]}</p>
            </div>
          ))}
          {one.can.decide && (
            <Input
              value={note}
              maxLength={2000}
              placeholder={t("privacy.assessment.note")}
              onChange={(event) => setNote(event.target.value)}
            />
          )}
        </>
      )}
      {one.can.edit && !one.can.decide && (
        <p className="muted">{t("privacy.assessment.ownHint")}</p>
      )}
      <div className={styles["acts"]}>
        <Button size="small" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {t("privacy.assessment.open")}
        </Button>
        {one.can.edit && (
          <Button size="small" onClick={onEdit}>
            {t("privacy.assessment.edit")}
          </Button>
        )}
        {one.can.decide && isOpen && (
          <>
            <Button
              size="small"
              type="primary"
              loading={approve.isPending}
              onClick={() =>
                approve.mutate({ ...input, body: { decision: "approve", ...withNote } })
              }
            >
              {t("privacy.assessment.approve")}
            </Button>
            <Button
              size="small"
              onClick={() => refuse.mutate({ ...input, body: { decision: "refuse", ...withNote } })}
            >
              {t("privacy.assessment.refuse")}
            </Button>
          </>
        )}
        {one.can.end && (
          <Button
            size="small"
            onClick={() =>
              modal.confirm({
                title: t("privacy.assessment.endTitle"),
                content: t("privacy.assessment.endWords"),
                okText: t("privacy.assessment.end"),
                onOk: () => end.mutate(input),
              })
            }
          >
            {t("privacy.assessment.end")}
          </Button>
        )}
        {one.can.remove && (
          <Button
            size="small"
            danger
            onClick={() =>
              modal.confirm({
                title: t("privacy.assessment.removeTitle"),
                okText: t("privacy.assessment.remove"),
                okButtonProps: { danger: true },
                onOk: () => remove.mutate({ params: { assessmentId: one.id } }),
              })
            }
          >
            {t("privacy.assessment.remove")}
          </Button>
        )}
      </div>
    </li>
  );
};

/** Impact assessments: drafts first; without an approved one no sensitive fact is entered. */
export const AssessmentsTab = () => {
  const { t } = useTranslation();
  const [edited, setEdited] = useState<AssessmentView | "new" | null>(null);
  const found = useAnswer(impactAssessments.list, {});
  if (found.isError && !found.data)
    return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  if (!found.data) return <Skeleton height={60} />;
  const { items, can } = found.data;
  const add = can.add && (
    <Button type="primary" onClick={() => setEdited("new")}>
      {t("privacy.assessment.add")}
    </Button>
  );
  return (
    <>
      {items.length === 0 ? (
        <EmptyState
          title={t("privacy.assessment.none")}
          words={t("privacy.assessment.noneWords")}
          action={add}
        />
      ) : (
        <>
          <div className={styles["bar"]}>
            <span className="muted">{t("privacy.assessment.noneWords")}</span>
            {add}
          </div>
          <ul className={styles["list"]}>
            {items.map((one) => (
              <Item key={one.id} one={one} onEdit={() => setEdited(one)} />
            ))}
          </ul>
        </>
      )}
      {edited !== null && (
        <AssessmentDialog
          draft={edited === "new" ? null : edited}
          refresh={refresh}
          onClose={() => setEdited(null)}
        />
      )}
    </>
  );
};
