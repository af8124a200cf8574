import type { Permission } from "@mainstay/domain/access/permission";
import type { IconName } from "../../components/icon.tsx";

/** The places that exist, in the order of the day (design: "the whole navigation"); `needs` hides one from those who may not go there. */
export const places = [
  { place: "today", to: "/", icon: "today", needs: null },
  { place: "accounts", to: "/accounts", icon: "accounts", needs: "account.view" },
  { place: "people", to: "/people", icon: "people", needs: "person.view" },
  { place: "cases", to: "/cases", icon: "cases", needs: "case.view" },
  { place: "voice", to: "/voice", icon: "voice", needs: "survey.view" },
  { place: "analytics", to: "/analytics", icon: "analytics", needs: "voice.view" },
  { place: "calendar", to: "/calendar", icon: "calendar", needs: "calendar.view" },
  { place: "imports", to: "/imports", icon: "imports", needs: "import.view" },
  { place: "privacy", to: "/privacy", icon: "privacy", needs: "privacy.view" },
  { place: "settings", to: "/settings", icon: "settings", needs: null },
] as const satisfies readonly {
  place: string;
  to: string;
  icon: IconName;
  needs: Permission | null;
}[];
