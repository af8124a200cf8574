import type { Permission } from "@mainstay/domain/access/permission";

/** The parts of 满意度 in their order. A room that brings one adds its line here and its route in voice-routes.tsx. */
export const voiceTabs = [
  { tab: "overview", to: "/voice", needs: "voice.view" },
  { tab: "surveys", to: "/voice/surveys", needs: "survey.view" },
  { tab: "results", to: "/voice/results", needs: "voice.view" },
  { tab: "accounts", to: "/voice/accounts", needs: "voice.view" },
  { tab: "verbatims", to: "/voice/verbatims", needs: "voice.view" },
  { tab: "loops", to: "/voice/loops", needs: "feedback_loop.view" },
  { tab: "inspections", to: "/voice/inspections", needs: "inspection.view" },
] as const satisfies readonly { tab: string; to: string; needs: Permission }[];
