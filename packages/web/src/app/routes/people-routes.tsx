import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { readPeopleSearch } from "../../features/person/people-search.ts";
import { prefetchPerson } from "../../features/person-page/prefetch-person.ts";
import { withLaterWords } from "../../lib/voice.ts";
import { workspaceRoute } from "./workspace-route.tsx";

const list = createRoute({
  getParentRoute: () => workspaceRoute,
  path: "/people",
  validateSearch: readPeopleSearch,
  component: lazyRouteComponent(
    () => withLaterWords(() => import("../../features/person/people-screen.tsx")),
    "PeopleScreen",
  ),
});

const one = createRoute({
  getParentRoute: () => workspaceRoute,
  path: "/people/$personId",
  loader: ({ params }) => void prefetchPerson(params.personId),
  component: lazyRouteComponent(
    () => withLaterWords(() => import("../../features/person-page/person-screen.tsx")),
    "PersonScreen",
  ),
});

export const peopleRoutes = [list, one] as const;
