import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { privacyTabs } from "../../features/privacy/privacy-judgements.ts";
import { oneOfAddress } from "../../lib/table-state.ts";
import { withLaterWords } from "../../lib/voice.ts";
import { workspaceRoute } from "./workspace-route.tsx";

const privacy = createRoute({
  getParentRoute: () => workspaceRoute,
  path: "/privacy",
  validateSearch: (search: Record<string, unknown>) => {
    const tab = oneOfAddress(privacyTabs, search["tab"]);
    return tab === undefined ? {} : { tab };
  },
  component: lazyRouteComponent(
    () => withLaterWords(() => import("../../features/privacy/privacy-screen.tsx")),
    "PrivacyScreen",
  ),
});

export const privacyRoutes = [privacy] as const;
