import { type AccountTeamFacts, seesAccount } from "@mainstay/domain/account/account-policy";
import type { Actor } from "@mainstay/domain/access/actor";
import { isPermitted, type Permission } from "@mainstay/domain/access/permission";
import { type FactClass, seesRestrictedPersons } from "@mainstay/domain/fact/fact-class";

/** A planted value whose appearance anywhere says who was let see what. */
export interface Canary {
  /** Eight letters and digits that occur nowhere else. */
  readonly code: string;
  /** What it stands in, for the message of a failing test. */
  readonly what: string;
  /** The class of what it stands in. */
  readonly factClass: FactClass;
  /** Our people of the account it hangs on; null for papers of the whole workspace. */
  readonly team: AccountTeamFacts | null;
  /** The act that alone shows it; null where whoever sees the record sees it. */
  readonly only: Permission | null;
  /** The value of a sensitive fact: sealed, masked, shown by the reveal act and in the subject packet alone. */
  readonly isSealed: boolean;
  /** Out of sight for all but who answers the person: the use is restricted, or the time is over. */
  readonly isResting: boolean;
}

const pattern = /z[qs]\d{4}qz/gi;

/** Sealed values are marked apart, so that they can be looked for everywhere at once. */
export const sealedPattern = /zs\d{4}qz/i;

/** The canaries of a test, by code. */
export const makeCanaries = () => {
  const byCode = new Map<string, Canary>();
  return {
    byCode,
    plant(what: string, of: Omit<Partial<Canary>, "code" | "what">): string {
      const code = `${of.isSealed ? "Zs" : "Zq"}${String(byCode.size + 1).padStart(4, "0")}Qz`;
      const usual = { factClass: "B", team: null, only: null, isSealed: false, isResting: false };
      byCode.set(code, { ...(usual as Omit<Canary, "code" | "what">), ...of, code, what });
      return code;
    },
    /** Every canary that a text holds, whatever its case. */
    foundIn: (text: string): Canary[] =>
      [...new Set(text.match(pattern) ?? [])].flatMap(
        (code) => byCode.get(`Z${code.charAt(1).toLowerCase()}${code.slice(2, 6)}Qz`) ?? [],
      ),
  };
};
export type Canaries = ReturnType<typeof makeCanaries>;

/** Whether domain policy lets this actor hold what the canary stands in; the one expectation of the redaction test. */
export const mayHold = (actor: Actor, canary: Canary): boolean => {
  const { team, factClass, only, isResting } = canary;
  if (team !== null && !seesAccount(actor, team)) return false;
  if (!actor.factClasses.includes(factClass)) return false;
  if (only !== null && !isPermitted(actor, only)) return false;
  return !isResting || seesRestrictedPersons(actor.role, actor.scopes);
};
