const noise = /[\s\p{P}\p{S}]+/gu;

/**
 * What two spellings of one person's name have in common: width, case, blanks and dots (`欧阳·娜`, `Anna Smith`,
 * `anna  smith`) do not count; every other character does. Empty only for a name without letters.
 */
export const personNameKey = (name: string): string =>
  name.normalize("NFKC").toLowerCase().replace(noise, "");
