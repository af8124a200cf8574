/** A published level and how many evaluations in a row have asked for a lower one. */
export interface HeldLevel<Level extends string> {
  level: Level;
  demotionStreak: number;
}

/** The level that stands, the move that is proposed to people (never made silently), and the streak to keep. */
export interface LevelMove<Level extends string> {
  level: Level;
  proposed: Level | null;
  demotionStreak: number;
}

/**
 * Hysteresis of segments and grades: a rise is proposed at once, a fall only after `needed` evaluations in a
 * row have asked for one. `order` lists the levels from the highest down. Without a past the level just stands.
 */
export const holdDemotion = <Level extends string>(
  asked: Level,
  previous: HeldLevel<Level> | null,
  order: readonly Level[],
  needed: number,
): LevelMove<Level> => {
  if (previous === null) return { level: asked, proposed: null, demotionStreak: 0 };
  const fall = order.indexOf(asked) - order.indexOf(previous.level);
  if (fall === 0) return { level: previous.level, proposed: null, demotionStreak: 0 };
  if (fall < 0) return { level: previous.level, proposed: asked, demotionStreak: 0 };
  const demotionStreak = previous.demotionStreak + 1;
  return {
    level: previous.level,
    proposed: demotionStreak >= needed ? asked : null,
    demotionStreak,
  };
};
