import type { AccountPage } from "@mainstay/contract/account-page";
import { Button, Segmented } from "antd";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { Day } from "../../components/day.tsx";
import { Money } from "../../components/money.tsx";
import { QuickLogBar } from "../quick-log/quick-log-bar.tsx";
import { Section } from "./section.tsx";
import { useTimelineWords } from "./timeline-words.ts";
import styles from "./timeline-section.module.css";

const NoteNeedButton = lazy(() =>
  import("../need/note-need-button.tsx").then((m) => ({ default: m.NoteNeedButton })),
);
const GivePromiseButton = lazy(() =>
  import("../promise/give-promise-button.tsx").then((m) => ({ default: m.GivePromiseButton })),
);
const firstShown = 12;
const choices = ["all", "people", "trade"] as const;
type Choice = (typeof choices)[number];

const belongs = (kind: AccountPage["timeline"][number]["kind"], choice: Choice): boolean => {
  const isTrade = kind === "order" || kind === "return" || kind === "import";
  return choice === "all" || (choice === "trade") === isTrade;
};

/** Everything that happened, newest first, with a quick log on top. */
export const TimelineSection = ({ page }: { page: AccountPage }) => {
  const { t } = useTranslation();
  const words = useTimelineWords();
  const [choice, setChoice] = useState<Choice>("all");
  const [count, setCount] = useState(firstShown);
  const items = page.timeline.filter(({ kind }) => belongs(kind, choice));
  return (
    <Section
      order={8}
      title={t("accountPage.timeline.title")}
      actions={
        <Segmented
          size="small"
          aria-label={t("accountPage.timeline.show")}
          value={choice}
          onChange={setChoice}
          options={choices.map((value) => ({ value, label: t(`accountPage.timeline.${value}`) }))}
        />
      }
    >
      {page.account.can.logInteraction && <QuickLogBar account={page.account} today={page.today} />}
      {items.length === 0 && <p className="muted">{t("accountPage.timeline.none")}</p>}
      <ol className={styles["timeline"]}>
        {items.slice(0, count).map((item) => (
          <li key={`${item.kind}-${item.id}`} className={styles["item"]} data-kind={item.kind}>
            <span className={styles["when"]}>
              <Day on={item.on} today={page.today} />
            </span>
            <span className={styles["what"]}>
              <span className={styles["kind"]}>
                {t(`accountPage.timeline.kindOf.${item.kind}`)}
                {item.who !== null && <span className={styles["who"]}>{item.who}</span>}
              </span>
              <span className={styles["words"]}>{words(item)}</span>
              {item.kind === "interaction" && (
                <Suspense>
                  <span className={styles["acts"]}>
                    <NoteNeedButton
                      source={{ kind: "interaction", id: item.id }}
                      accountId={page.account.id}
                    />
                    <GivePromiseButton
                      source={{ kind: "interaction", id: item.id }}
                      accountId={page.account.id}
                    />
                  </span>
                </Suspense>
              )}
            </span>
            {item.amountMinor !== null && item.amountMinor !== 0 && (
              <span className={styles["amount"]}>
                <Money minor={item.amountMinor} currency={page.baseCurrency} />
              </span>
            )}
          </li>
        ))}
      </ol>
      {items.length > count && (
        <Button size="small" type="text" onClick={() => setCount(count + 30)}>
          {t("accountPage.timeline.more")}
        </Button>
      )}
    </Section>
  );
};
