import { formatInstant } from "@mainstay/phrases/format/format-day";

/**
 * The instant at which the workspace's clocks show this time ("2026-03-02 14:05"). An hour that is skipped when clocks go forward
 * is taken as the hour after it.
 */
export const instantOfWallClock = (wall: string, timeZone: string): string => {
  const asUtc = Date.parse(`${wall.replace(" ", "T")}:00Z`);
  let guess = asUtc;
  // The offset at the guess may differ from the one at the goal; the second look settles it.
  for (let look = 0; look < 2; look++) {
    const shown = formatInstant(new Date(guess).toISOString(), timeZone);
    guess += asUtc - Date.parse(`${shown.replace(" ", "T")}:00Z`);
  }
  return new Date(guess).toISOString();
};
