import { isDissatisfied, isSatisfied, scaleEnds } from "@mainstay/domain/survey/scale-score";
import { type VoiceScale, voiceScales } from "@mainstay/domain/survey/survey-kind";
import { type RawBuilder, sql } from "kysely";

type Column = RawBuilder<unknown>;

const scoresOf = (scale: VoiceScale): number[] => {
  const { low, high } = scaleEnds[scale];
  return Array.from({ length: high - low + 1 }, (_, step) => low + step);
};

const byScale = <Value>(scale: Column, of: (one: VoiceScale) => Column) =>
  sql<Value>`(case ${scale} ${sql.join(
    voiceScales.map((one) => sql`when ${sql.lit(one)} then ${of(one)}`),
    sql` `,
  )} end)`;

/** Whether a score is dissatisfied on its scale, as `domain/survey/scale-score` says; null of neither. */
export const isLowScore = (scale: Column, score: Column) =>
  byScale<boolean>(scale, (one) => {
    const most = Math.max(...scoresOf(one).filter((value) => isDissatisfied(one, value)));
    return sql`${score} <= ${sql.lit(most)}`;
  });

/** Whether a score is satisfied on its scale. */
export const isHighScore = (scale: Column, score: Column) =>
  byScale<boolean>(scale, (one) => {
    const least = Math.min(...scoresOf(one).filter((value) => isSatisfied(one, value)));
    return sql`${score} >= ${sql.lit(least)}`;
  });

/** A score put on 0 … 100, whatever its scale. */
export const onHundred = (scale: Column, score: Column) =>
  byScale<number>(scale, (one) => {
    const { low, high } = scaleEnds[one];
    return sql`(${score} - ${sql.lit(low)}) * 100.0 / ${sql.lit(high - low)}`;
  });
