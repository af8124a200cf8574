/** How many classes of hours there are: quarter hours at one end, months at the other. */
export const timeClassCount = 40;
const firstHours = 0.25;
/** Each class ends a quarter above the one before. */
export const timeClassRatio = 1.25;

/** The class of a number of hours: 0 below a quarter of an hour, the last one open above. */
export const timeClassOf = (hours: number): number =>
  hours < firstHours
    ? 0
    : Math.min(
        timeClassCount - 1,
        1 + Math.floor(Math.log(hours / firstHours) / Math.log(timeClassRatio)),
      );

const beginOf = (index: number): number =>
  index === 0 ? 0 : firstHours * timeClassRatio ** (index - 1);

/**
 * The hours below which a share of the counted ones lies, read from classes; within a class it is placed by its part of
 * the class on a logarithmic scale, so that it is never off by more than a quarter, and by some percent as a rule. Null of nothing.
 */
export const hoursAtShare = (classes: readonly number[], share: number): number | null => {
  const total = classes.reduce((sum, count) => sum + count, 0);
  if (total === 0) return null;
  const wanted = share * total;
  let before = 0;
  for (const [index, count] of classes.entries()) {
    if (count === 0 || before + count < wanted) {
      before += count;
      continue;
    }
    const part = Math.max(0, (wanted - before) / count);
    const from = beginOf(index);
    const to = beginOf(index + 1);
    return from === 0 ? to * part : from * (to / from) ** part;
  }
  return beginOf(classes.length);
};
