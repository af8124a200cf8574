import { at, type ScreenToShoot } from "./open-screen.ts";

/** The judgement on satisfaction, loops with their clocks, and the analyses. */
export const loopScreensToShoot: readonly ScreenToShoot[] = [
  { name: "voice-overview", as: "director", open: at("/voice") },
  { name: "voice-loops", as: "director", open: at("/voice/loops") },
  { name: "analytics", as: "director", open: at("/analytics?period=year") },
];
