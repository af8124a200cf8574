import { type ComponentType, lazy } from "react";

/** Every part of the cycle is fetched by itself and shows its own heading, loading, error and empty state. */
type CycleSection = ComponentType<{ accountId: string }>;

const section = (name: string, load: () => Promise<CycleSection>) => ({
  name,
  Section: lazy(() => load().then((found) => ({ default: found }))),
});

/** In the order in which they are read; a room adds its line when its part exists. */
export const cycleSections = [
  section("stage", () => import("../lifecycle/stage-section.tsx").then((m) => m.StageSection)),
  section("health", () => import("../health/health-section.tsx").then((m) => m.HealthSection)),
  section("obligations", () =>
    import("../obligation/obligations-section.tsx").then((m) => m.ObligationsSection),
  ),
  section("rescues", () => import("../rescue/rescues-section.tsx").then((m) => m.RescuesSection)),
  section("team", () => import("../account-team/team-section.tsx").then((m) => m.TeamSection)),
  section("handovers", () =>
    import("../handover/handovers-section.tsx").then((m) => m.HandoversSection),
  ),
  section("changes", () =>
    import("../requirement-change/changes-section.tsx").then((m) => m.ChangesSection),
  ),
];
