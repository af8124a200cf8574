import { accountSearchText } from "../account/account-search-text.ts";

/** Full pinyin (the sort key) and initials of a person's name; a Latin name stands for itself. */
export const personPinyin = (name: string): { pinyin: string; initials: string } => {
  const { pinyin, initials } = accountSearchText({ name });
  return { pinyin, initials };
};
