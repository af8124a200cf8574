import type { UserRole, Visibility } from "../user/user-role.ts";
import type { TokenScope } from "./token-scope.ts";

/** Who is asking. `scopes` is null for a person signed in by a session, else what the access token was given. */
export interface Actor {
  readonly userId: string;
  readonly tenantId: string;
  readonly role: UserRole;
  readonly visibility: Visibility;
  readonly scopes: readonly TokenScope[] | null;
}
