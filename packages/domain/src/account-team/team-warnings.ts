import type { Grade } from "../account/grade.ts";
import type { PolicyLineKey } from "../service-policy/service-terms.ts";
import { type MainSeat, mainSeats } from "./team-seat.ts";

/** What is known of the people who work on an account. */
export interface TeamFacts {
  /** Who holds each main seat; `isActive` false when they no longer work here. */
  readonly seats: Readonly<
    Record<MainSeat, { readonly id: string; readonly isActive: boolean } | null>
  >;
  readonly grade: Grade | null;
  readonly isProgrammeMember: boolean;
  /** Seats the service policy demands, with the line that does. */
  readonly demanded: Readonly<Partial<Record<MainSeat, PolicyLineKey>>>;
  /** Of ours in living contact with them, and of theirs with us; null while nothing was measured. */
  readonly busFactor: number | null;
  readonly threadCount: number | null;
  /** How many key accounts the manager carries, and how many are advised. */
  readonly keyAccountsOfManager: number;
  readonly accountsPerManager: number;
}

/** Why a seat must be filled. */
export type SeatDemand = PolicyLineKey | "programme" | "strategic";

export interface TeamWarnings {
  "team.seat_missing": { seat: MainSeat; because: SeatDemand };
  "team.holder_left": { seat: MainSeat };
  "team.no_backup": Record<string, never>;
  "team.same_person": { seat: MainSeat };
  "team.bus_factor": { busFactor: number; threads: number };
  "team.manager_overloaded": { accounts: number; limit: number };
}
export type TeamWarning = {
  [Code in keyof TeamWarnings]: { code: Code; params: TeamWarnings[Code] };
}[keyof TeamWarnings];

/**
 * Which seats must be filled: what the service policy says, manager and backup for members of the programme, an executive
 * sponsor for strategic accounts (capabilities A3).
 */
export const demandedSeats = (
  facts: Pick<TeamFacts, "grade" | "isProgrammeMember" | "demanded">,
): Partial<Record<MainSeat, SeatDemand>> => ({
  ...(facts.grade === "strategic" && { sponsor: "strategic" as const }),
  ...(facts.isProgrammeMember && { manager: "programme" as const, backup: "programme" as const }),
  ...facts.demanded,
});

/** What is wrong with the team of an account, the gravest first. */
export const teamWarnings = (facts: TeamFacts): TeamWarning[] => {
  const { seats, busFactor, threadCount } = facts;
  const demanded = demandedSeats(facts);
  const warnings: TeamWarning[] = [];
  for (const seat of mainSeats) {
    const holder = seats[seat];
    const because = demanded[seat];
    if (holder === null && because !== undefined)
      warnings.push({ code: "team.seat_missing", params: { seat, because } });
    if (holder !== null && !holder.isActive)
      warnings.push({ code: "team.holder_left", params: { seat } });
  }
  if (busFactor !== null && threadCount !== null && busFactor <= 1 && threadCount > 0)
    warnings.push({ code: "team.bus_factor", params: { busFactor, threads: threadCount } });
  const { manager, backup } = seats;
  if (manager !== null && backup === null && demanded.backup === undefined)
    warnings.push({ code: "team.no_backup", params: {} });
  if (manager !== null && backup !== null && manager.id === backup.id)
    warnings.push({ code: "team.same_person", params: { seat: "backup" } });
  if (facts.keyAccountsOfManager > facts.accountsPerManager)
    warnings.push({
      code: "team.manager_overloaded",
      params: { accounts: facts.keyAccountsOfManager, limit: facts.accountsPerManager },
    });
  return warnings;
};
