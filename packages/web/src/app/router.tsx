import { createRouter } from "@tanstack/react-router";
import { queryClient } from "../lib/query.ts";
import { onSignedOut } from "../lib/signed-out.ts";
import { LoadingScreen } from "../components/skeleton.tsx";
import { FailureScreen } from "./shell/failure-screen.tsx";
import { NotFoundScreen } from "./shell/not-found-screen.tsx";
import { readSearch, writeSearch } from "./search-text.ts";
import { routeTree } from "./routes/route-tree.tsx";

export const router = createRouter({
  routeTree,
  context: { queryClient },
  defaultPreload: "intent",
  defaultPreloadStaleTime: 0,
  scrollRestoration: true,
  parseSearch: readSearch,
  stringifySearch: writeSearch,
  defaultPendingComponent: LoadingScreen,
  defaultPendingMs: 250,
  defaultErrorComponent: FailureScreen,
  defaultNotFoundComponent: NotFoundScreen,
});

onSignedOut(() => {
  queryClient.removeQueries();
  const here = router.state.location;
  if (here.pathname === "/sign-in") return;
  void router.navigate({ to: "/sign-in", search: { to: here.href }, replace: true });
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
