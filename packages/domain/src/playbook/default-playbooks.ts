import type { LifecycleStage } from "../lifecycle/lifecycle-stage.ts";
import { deepPlaybook } from "./deep-playbook.ts";
import { onboardingPlaybook } from "./onboarding-playbook.ts";
import type { PlaybookStep } from "./playbook-step.ts";
import { stablePlaybook } from "./stable-playbook.ts";
import { symbiosisPlaybook } from "./symbiosis-playbook.ts";

/** The standard play of each stage as shipped (capabilities L2); a workspace may publish its own. */
export const defaultPlaybooks: Readonly<Record<LifecycleStage, readonly PlaybookStep[]>> = {
  onboarding: onboardingPlaybook,
  stable: stablePlaybook,
  deep: deepPlaybook,
  symbiosis: symbiosisPlaybook,
};
