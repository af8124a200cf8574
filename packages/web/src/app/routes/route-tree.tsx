import { privacyRoutes } from "./privacy-routes.tsx";
import { accountRoutes } from "./account-routes.tsx";
import { analyticsRoutes } from "./analytics-routes.tsx";
import { approvalsRoute, programmeRoute } from "./approval-routes.tsx";
import { calendarRoute } from "./calendar-routes.tsx";
import { caseRoutes } from "./case-routes.tsx";
import { daysRoute } from "./day-routes.tsx";
import { healthRoute } from "./health-routes.tsx";
import { handoverRoutes } from "./handover-routes.tsx";
import { importRoutes } from "./import-routes.tsx";
import { needRoutes } from "./need-routes.tsx";
import { obligationsRoute } from "./obligation-routes.tsx";
import { peopleRoutes } from "./people-routes.tsx";
import {
  invitationRoute,
  setUpRoute,
  signInRoute,
  secondFactorNeededRoute,
  singleSignOnRoute,
} from "./public-routes.tsx";
import { promisesRoute } from "./promise-routes.tsx";
import { rescuesRoute } from "./rescue-routes.tsx";
import { outboxRoute } from "./quick-log-routes.tsx";
import { rootRoute } from "./root-route.tsx";
import { settingRoutes } from "./setting-routes.tsx";
import { teamRoute } from "./team-routes.tsx";
import { todayRoute } from "./today-routes.tsx";
import { voiceRoutes } from "./voice-routes.tsx";
import { workspaceRoute } from "./workspace-route.tsx";

/** Every address of the page. A new place adds its `<noun>-routes.tsx` here and its line in shell/places.ts. */
export const routeTree = rootRoute.addChildren([
  signInRoute,
  singleSignOnRoute,
  secondFactorNeededRoute,
  setUpRoute,
  invitationRoute,
  workspaceRoute.addChildren([
    todayRoute,
    teamRoute,
    ...accountRoutes,
    ...peopleRoutes,
    approvalsRoute,
    programmeRoute,
    ...caseRoutes,
    ...needRoutes,
    promisesRoute,
    ...voiceRoutes,
    ...analyticsRoutes,
    ...importRoutes,
    calendarRoute,
    daysRoute,
    outboxRoute,
    ...handoverRoutes,
    healthRoute,
    obligationsRoute,
    rescuesRoute,
    ...privacyRoutes,
    ...settingRoutes,
  ]),
]);
