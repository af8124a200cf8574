/** A minute of the day as the clock shows it: 540 is 09:00, 1440 is 24:00. */
export const minuteWords = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
