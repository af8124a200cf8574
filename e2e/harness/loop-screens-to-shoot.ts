import { at, openFirstOf, type ScreenToShoot } from "./open-screen.ts";

/** The judgement on satisfaction, loops with their clocks, and the analyses. */
export const loopScreensToShoot: readonly ScreenToShoot[] = [
  { name: "voice-overview", as: "director", open: at("/voice") },
  { name: "voice-loops", as: "director", open: at("/voice/loops") },
  { name: "inspections", as: "compliance", open: at("/voice/inspections") },
  {
    name: "inspection",
    as: "compliance",
    open: openFirstOf(
      "/api/v1/inspections",
      ({ id }: { id: string }) => `/voice/inspections/${id}`,
    ),
  },
  { name: "analytics-needs", as: "director", open: at("/analytics/needs") },
  { name: "analytics", as: "director", open: at("/analytics?period=year") },
];
