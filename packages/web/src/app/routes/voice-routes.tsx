import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { readLoopSearch } from "../../features/feedback-loop/loop-search.ts";
import { readVoiceSearch } from "../../features/voice-result/voice-search.ts";
import { withLaterWords } from "../../lib/voice.ts";
import { workspaceRoute } from "./workspace-route.tsx";

const frame = createRoute({
  getParentRoute: () => workspaceRoute,
  path: "/voice",
  component: lazyRouteComponent(
    () => withLaterWords(() => import("../../features/voice/voice-frame.tsx")),
    "VoiceFrame",
  ),
});

const index = createRoute({
  getParentRoute: () => frame,
  path: "/",
  component: lazyRouteComponent(
    () => withLaterWords(() => import("../../features/service-analysis/voice-overview-screen.tsx")),
    "VoiceOverviewScreen",
  ),
});

const loops = createRoute({
  getParentRoute: () => frame,
  path: "loops",
  validateSearch: readLoopSearch,
  component: lazyRouteComponent(
    () => withLaterWords(() => import("../../features/feedback-loop/loops-screen.tsx")),
    "LoopsScreen",
  ),
});

const surveys = createRoute({
  getParentRoute: () => frame,
  path: "surveys",
  component: lazyRouteComponent(
    () => withLaterWords(() => import("../../features/survey/surveys-screen.tsx")),
    "SurveysScreen",
  ),
});

const results = createRoute({
  getParentRoute: () => frame,
  path: "results",
  validateSearch: readVoiceSearch,
  component: lazyRouteComponent(
    () => withLaterWords(() => import("../../features/voice-result/results-screen.tsx")),
    "ResultsScreen",
  ),
});

const accounts = createRoute({
  getParentRoute: () => frame,
  path: "accounts",
  validateSearch: readVoiceSearch,
  component: lazyRouteComponent(
    () => withLaterWords(() => import("../../features/voice-result/account-voices-screen.tsx")),
    "AccountVoicesScreen",
  ),
});

const verbatims = createRoute({
  getParentRoute: () => frame,
  path: "verbatims",
  validateSearch: readVoiceSearch,
  component: lazyRouteComponent(
    () => withLaterWords(() => import("../../features/voice-result/verbatims-screen.tsx")),
    "VerbatimsScreen",
  ),
});

const answers = createRoute({
  getParentRoute: () => frame,
  path: "answers",
  validateSearch: readVoiceSearch,
  component: lazyRouteComponent(
    () => withLaterWords(() => import("../../features/voice-result/answers-screen.tsx")),
    "AnswersScreen",
  ),
});

const inspections = createRoute({
  getParentRoute: () => frame,
  path: "inspections",
  component: lazyRouteComponent(
    () => withLaterWords(() => import("../../features/inspection/inspections-screen.tsx")),
    "InspectionsScreen",
  ),
});

const inspection = createRoute({
  getParentRoute: () => frame,
  path: "inspections/$inspectionId",
  component: lazyRouteComponent(
    () => withLaterWords(() => import("../../features/inspection/inspection-screen.tsx")),
    "InspectionScreen",
  ),
});

const survey = createRoute({
  getParentRoute: () => frame,
  path: "surveys/$surveyId",
  component: lazyRouteComponent(
    () => withLaterWords(() => import("../../features/survey/survey-screen.tsx")),
    "SurveyScreen",
  ),
});

const round = createRoute({
  getParentRoute: () => frame,
  path: "rounds/$roundId",
  component: lazyRouteComponent(
    () => withLaterWords(() => import("../../features/survey/round-screen.tsx")),
    "RoundScreen",
  ),
});

export const voiceRoutes = [
  frame.addChildren([
    index,
    loops,
    surveys,
    survey,
    round,
    results,
    accounts,
    verbatims,
    answers,
    inspections,
    inspection,
  ]),
] as const;
