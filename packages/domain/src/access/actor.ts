import type { FactClass } from "../fact/fact-class.ts";
import type { UserRole, Visibility } from "../user/user-role.ts";
import type { TokenScope } from "./token-scope.ts";

/** Who is asking. `scopes` is null for a person signed in by a session, else what the access token was given. */
export interface Actor {
  readonly userId: string;
  readonly tenantId: string;
  readonly role: UserRole;
  readonly visibility: Visibility;
  /**
   * Whose accounts are in sight unless the visibility is `all`: the actor alone for `own`; for `team` with the
   * users of the actor's department and all departments below it.
   */
  readonly teamUserIds: readonly string[];
  /** Classes of facts about people the actor may come near. */
  readonly factClasses: readonly FactClass[];
  readonly scopes: readonly TokenScope[] | null;
}
