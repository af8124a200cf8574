import type { TrendPointView } from "@mainstay/contract/voice";
import { changeInterval, type Estimate, holdsZero } from "@mainstay/domain/survey/change-interval";
import type { Interval } from "@mainstay/domain/survey/wilson";
import { trendChange, trendParts } from "@mainstay/domain/survey/voice-trend";
import { useTranslation } from "react-i18next";
import { useRateWords } from "../survey/rate-words.ts";
import { useDayText } from "../survey/use-day-text.ts";
import { formatChange } from "./figure-words.ts";
import { VoiceFigureCells } from "./voice-figure.tsx";
import styles from "./voice-result.module.css";

interface TrendListProps {
  readonly points: readonly TrendPointView[];
  readonly chosen: string | null;
  readonly choose: (roundId: string) => void;
}

/** Between which changes the truth plausibly lies; null where one of the two has no interval. */
const betweenOf = (
  before: TrendPointView["figure"] | undefined,
  after: TrendPointView["figure"],
): Interval | null => {
  const [from, to] = [estimateOf(before ?? null), estimateOf(after)];
  return from === null || to === null ? null : changeInterval(from, to);
};

const estimateOf = (figure: TrendPointView["figure"]): Estimate | null => {
  const { value = null, low = null, high = null } = figure ?? {};
  return value === null || low === null || high === null ? null : { value, low, high };
};

/** Rounds newest first, each with its figure; where the scale changed a line breaks the list in words. */
export const TrendList = ({ points, chosen, choose }: TrendListProps) => {
  const { t } = useTranslation();
  const dayText = useDayText();
  const rateWords = useRateWords();
  // A round without a figure hangs on with the scale before it: it says nothing of its own.
  let last: NonNullable<TrendPointView["figure"]>["scale"] =
    points.find((one) => one.figure)?.figure?.scale ?? "nps";
  const scaled = points.map((point) => {
    last = point.figure?.scale ?? last;
    return { scale: last, value: point.figure?.value ?? null, point };
  });
  const parts = trendParts(scaled).toReversed();
  return (
    <div className={styles["list"]}>
      {parts.map((part, index) => (
        <div key={part.points[0]?.point.roundId}>
          <ol className={styles["rounds"]} aria-label={t(`voiceResult.scale.${part.scale}`)}>
            {part.points
              .map((one, place) => ({ one, before: part.points[place - 1] }))
              .toReversed()
              .map(({ one: { point, ...figure }, before }) => {
                const change = before ? trendChange(before, figure) : null;
                const between = betweenOf(before?.point.figure, point.figure);
                const { isClosed, number, openedOn, closesOn } = point;
                return (
                  <li key={point.roundId} className={styles["row"]}>
                    <div className={styles["name"]}>
                      <button
                        type="button"
                        className={styles["round"]}
                        aria-current={point.roundId === chosen || undefined}
                        onClick={() => choose(point.roundId)}
                      >
                        {t("voiceResult.round", { number })}
                      </button>
                      <div className="muted">
                        {t("voiceResult.period", {
                          from: dayText(openedOn),
                          to: dayText(closesOn),
                        })}
                        {!isClosed && ` · ${t("voiceResult.running")}`}
                        {point.isAnonymous && ` · ${t("voiceResult.anonymous")}`}
                      </div>
                      <div className="muted numeric">{rateWords(point)}</div>
                    </div>
                    {point.state === "shown" ? (
                      <div>
                        <VoiceFigureCells figure={point.figure} />
                        {change !== null && between !== null && (
                          <span className="muted numeric">
                            {t(
                              holdsZero(between) ? "voiceResult.changeOpen" : "voiceResult.change",
                              {
                                change: formatChange(part.scale, change),
                                low: formatChange(part.scale, between.low),
                                high: formatChange(part.scale, between.high),
                              },
                            )}
                          </span>
                        )}
                      </div>
                    ) : (
                      <span className="muted">{t(`voiceResult.state.${point.state}`)}</span>
                    )}
                  </li>
                );
              })}
          </ol>
          {index < parts.length - 1 && (
            <p className={styles["broken"]}>
              {t("voiceResult.broken", { scale: t(`voiceResult.scale.${part.scale}`) })}
            </p>
          )}
        </div>
      ))}
    </div>
  );
};
