/** The first day of the quarter a calendar day lies in. */
export const quarterOf = (day: string): string => {
  const month = Number(day.slice(5, 7));
  const first = month - ((month - 1) % 3);
  return `${day.slice(0, 4)}-${String(first).padStart(2, "0")}-01`;
};
