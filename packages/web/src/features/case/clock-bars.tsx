import type { CaseClock, CaseView } from "@mainstay/contract/case";
import { useTranslation } from "react-i18next";
import styles from "./case-page.module.css";
import { clockShare } from "./clock-share.ts";
import { useCaseWords } from "./use-case-words.ts";

const shapes = {
  running: "M8 3a5 5 0 1 1 0 10a5 5 0 1 1 0-10M8 5.5V8l1.8 1.2",
  paused: "M6 4v8M10 4v8",
  overdue: "M8 2l6 6-6 6-6-6z",
  met: "M3 8.5l3.2 3.2L13 5",
  late: "M4 4l8 8M12 4l-8 8",
  ended: "M3.5 8h9",
} as const;

/** One clock: how much of its time is gone, by when it is due by our clocks, and which promise gave it. */
const ClockBar = ({ clock, view, now }: { clock: CaseClock; view: CaseView; now: number }) => {
  const { t } = useTranslation();
  const words = useCaseWords();
  const share = clockShare(view.openedAt, clock, now);
  const left =
    clock.leftMinutes === null || clock.state === "overdue"
      ? t(`case.clockState.${clock.state}`)
      : `${t(`case.clockState.${clock.state}`)} · ${words.span(clock.leftMinutes)}`;
  const name = t(`case.clock.${clock.clock}`);
  return (
    <div className={styles["clock"]} data-state={clock.state}>
      <div className={styles["clockHead"]}>
        <svg width={14} height={14} viewBox="0 0 16 16" aria-hidden="true">
          <path d={shapes[clock.state]} />
        </svg>
        <strong>{name}</strong>
        <span className={styles["clockState"]}>{left}</span>
      </div>
      <div
        className={styles["bar"]}
        role="progressbar"
        aria-label={name}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.round(share * 100)}
        aria-valuetext={left}
      >
        <span style={{ width: `${share * 100}%` }} />
      </div>
      <div className={styles["clockFoot"]}>
        <time dateTime={clock.dueAt} className="numeric">
          {t("case.due", { at: words.at(clock.dueAt) })}
        </time>
        {clock.doneAt !== null && (
          <time dateTime={clock.doneAt} className="numeric">
            ✓ {words.at(clock.doneAt)}
          </time>
        )}
        <span>{words.line(clock, view.policyVersion)}</span>
      </div>
    </div>
  );
};

/** What the customer may expect by when. */
export const ClockBars = ({ view, now }: { view: CaseView; now: number }) => (
  <div className={styles["clocks"]}>
    {view.clocks.map((clock) => (
      <ClockBar key={clock.clock} clock={clock} view={view} now={now} />
    ))}
  </div>
);
