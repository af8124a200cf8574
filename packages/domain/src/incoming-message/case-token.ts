/** What stands in the subject of our mail about a case, so that an answer finds it. */
export const caseToken = (number: number): string => `[#${number}]`;

/** The case a subject names, as `[#123]`; null when it names none. */
export const caseNumberIn = (subject: string): number | null => {
  const found = /\[#(\d{1,12})\]/.exec(subject)?.[1];
  return found === undefined ? null : Number(found);
};

/** A subject without the marks that mail programs and we put before it; how a case is called. */
export const bareSubject = (subject: string): string =>
  subject
    .replaceAll(/\[#\d{1,12}\]/g, " ")
    .replace(/^(\s*(re|fw|fwd|aw|wg|回复|答复|转发)\s*[:：])+/i, "")
    .replaceAll(/\s+/g, " ")
    .trim();
