import { accessTokenRoutes } from "./access-token/access-token-routes.ts";
import { auditRoutes } from "./audit/audit-routes.ts";
import { exchangeRateRoutes } from "./exchange-rate/exchange-rate-routes.ts";
import { pauseRoutes } from "./pause/pause-routes.ts";
import type { App } from "./platform/http/app.ts";
import { savedViewRoutes } from "./saved-view/saved-view-routes.ts";
import { sessionRoutes } from "./session/session-routes.ts";
import { setupRoutes } from "./setup/setup-routes.ts";
import { workspaceRoutes } from "./tenant/workspace-routes.ts";
import { userRoutes } from "./user/user-routes.ts";
import { workdayRoutes } from "./workday/workday-routes.ts";

/** Every noun's routes; a test proves that together they serve exactly the contract. */
const nouns: ((app: App) => void)[] = [
  setupRoutes,
  sessionRoutes,
  userRoutes,
  accessTokenRoutes,
  workspaceRoutes,
  exchangeRateRoutes,
  workdayRoutes,
  pauseRoutes,
  savedViewRoutes,
  auditRoutes,
];

export const joinRoutes = (app: App): void => {
  for (const join of nouns) join(app);
};
