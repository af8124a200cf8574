import type { AccountPage } from "@mainstay/contract/account-page";
import { dayNumberFromIso } from "@mainstay/domain/calendar/day-number";
import type { ProfileTopic } from "@mainstay/domain/account/profile-topic";
import { profileTopics } from "@mainstay/domain/account/profile-topic";
import { Button } from "antd";
import { Suspense, lazy, useState } from "react";
import { useTranslation } from "react-i18next";
import { Day } from "../../components/day.tsx";
import { Icon } from "../../components/icon.tsx";
import { Section } from "./section.tsx";
import styles from "./profile-section.module.css";

const Answer = lazy(() => import("./answer-dialog.tsx").then((m) => ({ default: m.AnswerDialog })));

const freshDays = 365;

/** What we know of the customer's world: each answer dated and sourced, an old one marked, a gap shown as a gap. */
export const ProfileSection = ({ page }: { page: AccountPage }) => {
  const { t } = useTranslation();
  const [topic, setTopic] = useState<ProfileTopic | null>(null);
  const { account, today } = page;
  const now = dayNumberFromIso(today) ?? 0;
  const newest = (of: ProfileTopic) =>
    account.profile
      .filter((answer) => answer.topic === of)
      .sort(
        (a, b) =>
          b.answeredOn.localeCompare(a.answeredOn) || b.recordedAt.localeCompare(a.recordedAt),
      );
  const known = profileTopics.filter((of) => newest(of).length > 0).length;
  return (
    <Section
      order={12}
      title={t("accountPage.profile.title")}
      about={t("accountPage.profile.count", { known, all: profileTopics.length })}
    >
      <dl className={styles["topics"]}>
        {profileTopics.map((of) => {
          const [answer, ...earlier] = newest(of);
          const isStale =
            answer !== undefined && now - (dayNumberFromIso(answer.answeredOn) ?? now) > freshDays;
          return (
            <div key={of} className={styles["topic"]}>
              <dt>
                {t(`accountPage.profile.topic.${of}`)}
                {account.can.edit && (
                  <Button
                    type="text"
                    size="small"
                    icon={<Icon name={answer === undefined ? "plus" : "edit"} size={12} />}
                    aria-label={t("accountPage.profile.answerTopic", {
                      topic: t(`accountPage.profile.topic.${of}`),
                    })}
                    onClick={() => setTopic(of)}
                  />
                )}
              </dt>
              <dd>
                {answer === undefined ? (
                  <span className="muted">{t("accountPage.profile.unanswered")}</span>
                ) : (
                  <>
                    <p>{answer.answer}</p>
                    <p className={styles["about"]}>
                      <Day on={answer.answeredOn} today={today} />
                      {" · "}
                      {t("accountPage.profile.from", { source: answer.source })}
                      {earlier.length > 0 &&
                        ` · ${t("accountPage.profile.earlier", { count: earlier.length })}`}
                    </p>
                    {isStale && (
                      <p className={styles["stale"]}>
                        <Icon name="clock" size={12} /> {t("accountPage.profile.stale")}
                      </p>
                    )}
                  </>
                )}
              </dd>
            </div>
          );
        })}
      </dl>
      {topic !== null && (
        <Suspense>
          <Answer
            accountId={account.id}
            topic={topic}
            today={today}
            onClose={() => setTopic(null)}
          />
        </Suspense>
      )}
    </Section>
  );
};
