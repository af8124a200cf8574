import type { VerbatimRow } from "@mainstay/contract/voice";
import { Link } from "@tanstack/react-router";
import { Tag } from "antd";
import { useTranslation } from "react-i18next";
import { Day } from "../../components/day.tsx";
import { useSession } from "../../lib/session.ts";
import { useBilingual } from "../survey/use-bilingual.ts";
import { NoteNeedButton } from "../need/note-need-button.tsx";
import { OpenCaseButton } from "./open-case-button.tsx";
import styles from "./voice-result.module.css";

/** What one customer wrote, where it comes from, and what may become of it. */
export const VerbatimItem = ({ row }: { row: VerbatimRow }) => {
  const { t } = useTranslation();
  const { workspace, permissions } = useSession();
  const say = useBilingual();
  const { account, person, overall } = row;
  const title = row.words.slice(0, 80);
  const from = account && {
    accountId: account.id,
    personId: person?.id ?? null,
    title,
  };
  return (
    <li className={styles["verbatim"]}>
      <blockquote>{row.words}</blockquote>
      <div className={styles["facts"]}>
        {account && (
          <Link to="/accounts/$accountId" params={{ accountId: account.id }}>
            {account.name}
          </Link>
        )}
        {!account && (
          <span>
            {row.isAnonymous
              ? t("voiceResult.verbatim.anonymous")
              : t("voiceResult.verbatim.walkIn")}
          </span>
        )}
        {person && <span>{person.name}</span>}
        {row.isRestricted && <Tag>{t("voiceResult.verbatim.restricted")}</Tag>}
        {overall && (
          <span className={styles["buyer"]} data-low={overall.isDissatisfied || undefined}>
            {overall.isDissatisfied && (
              <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
                <path d="M6 1 11.5 11H.5z" />
              </svg>
            )}
            <span className="numeric">
              {t(`voiceResult.scale.${overall.scale}`)} {overall.score}
            </span>
          </span>
        )}
        <Day on={row.answeredOn} today={workspace.today} />
        <span className="muted">
          {say(row.question)}
          {row.department && ` · ${row.department.name}`}
        </span>
      </div>
      {from && (
        <div className={styles["acts"]}>
          <NoteNeedButton {...from} source={{ kind: "survey_response", id: row.responseId }} />
          {row.case !== null ? (
            <Link to="/cases/$caseId" params={{ caseId: row.case.id }}>
              {t("voiceResult.verbatim.case", { number: row.case.number })}
            </Link>
          ) : (
            permissions.includes("case.open") && (
              <OpenCaseButton {...from} responseId={row.responseId} words={row.words} />
            )
          )}
        </div>
      )}
    </li>
  );
};
