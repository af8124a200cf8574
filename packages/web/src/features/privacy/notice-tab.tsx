import { notices } from "@mainstay/contract/privacy-notice";
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { EmptyState } from "../../components/empty-state.tsx";
import { ErrorState } from "../../components/error-state.tsx";
import { Skeleton } from "../../components/skeleton.tsx";
import { useAnswer } from "../../lib/query.ts";
import { CopyLine } from "../setting/copy-line.tsx";
import { NoticeForm } from "./notice-form.tsx";
import styles from "./privacy.module.css";

const Versions = () => {
  const { t } = useTranslation();
  const found = useAnswer(notices.versions, {});
  const items = found.data?.items ?? [];
  if (items.length < 2) return null;
  return (
    <section className={styles["part"]}>
      <h2>{t("privacy.notice.versions")}</h2>
      <ul className={styles["list"]}>
        {items.map(({ version, path, content, publishedBy }) => (
          <li key={version} className={styles["item"]}>
            <div className={styles["head"]}>
              <a href={`${path}?version=${version}`} target="_blank" rel="noreferrer">
                {t("privacy.notice.published", { version, on: content.publishedOn })}
              </a>
              <span className="muted">{publishedBy?.name}</span>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
};

/** The notice that is public, where it stands, and the draft of the next. */
export const NoticeTab = () => {
  const { t } = useTranslation();
  const [isEditing, setEditing] = useState(false);
  const found = useAnswer(notices.get, {});
  if (found.isError && !found.data)
    return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  if (!found.data) return <Skeleton height={60} />;
  const { published, draft, kinds, isOutdated, can } = found.data;
  const isFirst = published === null;
  return (
    <>
      <section className={styles["part"]}>
        {published ? (
          <>
            <div className={styles["bar"]}>
              <h2>
                {t("privacy.notice.published", {
                  version: published.version,
                  on: published.content.publishedOn,
                })}
              </h2>
              <div className={styles["acts"]}>
                <Button href={published.path} target="_blank" rel="noreferrer">
                  {t("privacy.notice.open")}
                </Button>
                {can.publish && !isEditing && (
                  <Button
                    type={isOutdated ? "primary" : "default"}
                    onClick={() => setEditing(true)}
                  >
                    {t("privacy.notice.form")}
                  </Button>
                )}
              </div>
            </div>
            {isOutdated && (
              <p className={styles["warning"]}>{t("privacy.judgement.noticeOutdatedWhy")}</p>
            )}
            <p className="muted">{t("privacy.notice.address")}</p>
            <CopyLine text={`${window.location.origin}${published.path}`} />
          </>
        ) : (
          !isEditing && (
            <EmptyState
              title={t("privacy.notice.none")}
              words={t("privacy.judgement.noNoticeWhy")}
              action={
                can.publish && (
                  <Button type="primary" onClick={() => setEditing(true)}>
                    {t("privacy.notice.begin")}
                  </Button>
                )
              }
            />
          )
        )}
      </section>
      {isEditing && (
        <NoticeForm
          draft={draft}
          kinds={kinds}
          baseVersion={isFirst ? 0 : published.version}
          onClose={() => setEditing(false)}
        />
      )}
      <Versions />
    </>
  );
};
