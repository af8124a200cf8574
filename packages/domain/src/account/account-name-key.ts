const legalForm =
  /(?:(?:股份)?有限(?:责任)?公司|(?:pvt|pte|pty)?(?:co)?(?:ltd|limited)|llc|inc|incorporated|corp|corporation|gmbh|bv|sarl|plc)$/u;
const noise = /[\s\p{P}\p{S}]+/gu;

/**
 * What two spellings of one company have in common: `万华化学（集团）有限公司`, `万华化学(集团) 有限责任公司` and
 * `万华化学集团` share a key. Width, case, blanks, brackets and the legal form at the end do not count; every other
 * character does. Empty only for a name without letters.
 */
export const accountNameKey = (name: string): string => {
  const plain = name.normalize("NFKC").toLowerCase().replace(noise, "");
  const bare = plain.replace(legalForm, "");
  return bare.length >= 2 ? bare : plain;
};
