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

const duplicates = createRoute({
  getParentRoute: () => workspaceRoute,
  path: "/people/duplicates",
  component: lazyRouteComponent(
    () => withLaterWords(() => import("../../features/person/duplicates-screen.tsx")),
    "DuplicatesScreen",
  ),
});

export const peopleRoutes = [list, duplicates, one] as const;
