/** Minutes after midnight as the browser's time field writes them, and back. */
export const timeText = (minutes: number | null): string =>
  minutes === null
    ? ""
    : `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;

export const minutesOf = (text: string): number | null => {
  const parts = /^(\d{1,2}):(\d{2})/.exec(text);
  return parts ? Number(parts[1]) * 60 + Number(parts[2]) : null;
};
