import { createRoute, redirect } from "@tanstack/react-router";
import { sessionAnswer } from "../../lib/session.ts";
import { isProblem } from "../../lib/problem.ts";
import { Shell } from "../shell/shell.tsx";
import { rootRoute } from "./root-route.tsx";

/** Everything behind sign-in, inside the shell. A reader without a session is led to sign in and back here; one
 * without the second factor that the workspace demands, to set it up. */
export const workspaceRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: "workspace",
  beforeLoad: async ({ context, location }) => {
    try {
      const session = await context.queryClient.ensureQueryData(sessionAnswer());
      if (session.needsSecondFactor) throw redirect({ to: "/second-factor", replace: true });
    } catch (error) {
      if (isProblem(error) && error.status === 401)
        throw redirect({ to: "/sign-in", search: { to: location.href } });
      throw error;
    }
  },
  component: Shell,
});
