import { type ChainMember, memberWeight } from "./chain-member.ts";

/** From this assessed influence on a member is a key person whatever their role. */
const keyInfluence = 4;

/**
 * 关键人 Whose yes or no decides: the economic buyer, and everybody whose influence was assessed as 4 or 5. Where the chain
 * names neither, whoever weighs most (all of equal weight). Placeholders count: not knowing a key person is no comfort.
 */
export const keyPeople = <Member extends ChainMember>(members: readonly Member[]): Member[] => {
  const named = members.filter(
    ({ role, influence }) => role === "economic_buyer" || (influence ?? 0) >= keyInfluence,
  );
  if (named.length > 0) return named;
  const most = Math.max(...members.map(memberWeight));
  return members.filter((member) => memberWeight(member) === most);
};
