import {
  type DutyKind,
  dutyKinds,
  type PolicyLineKey,
  policyLineKeys,
  type PolicyLines,
} from "./service-terms.ts";

/** What makes a service policy impossible to keep. */
export const servicePolicyFaults = [
  "duty_without_contact",
  "solve_before_reply",
  "green_not_faster",
  "nothing_said",
] as const;
export type ServicePolicyFault = (typeof servicePolicyFaults)[number];

/** A fault, the line it stands in (null for the whole) and the duty it speaks of. */
export interface FoundFault {
  readonly fault: ServicePolicyFault;
  readonly line: PolicyLineKey | null;
  readonly kind: DutyKind | null;
}

/** Duties that a contact proves; of a value report only a person's word is known. */
const provenByContact: readonly DutyKind[] = ["visit", "review", "executive_meeting"];

/** Everything wrong with a policy beyond the range of a single figure; empty when it can be published. */
export const findServicePolicyFaults = (lines: PolicyLines): FoundFault[] => {
  const faults: FoundFault[] = [];
  for (const line of policyLineKeys) {
    const said = lines[line];
    if (!said) continue;
    for (const kind of dutyKinds) {
      const duty = said.duties?.[kind];
      if (duty && provenByContact.includes(kind) && duty.contactKinds.length === 0)
        faults.push({ fault: "duty_without_contact", line, kind });
    }
    const { replyHours: reply = null, solveHours: solve = null } = said;
    const green = said.greenChannelHours ?? null;
    if (reply !== null && solve !== null && solve < reply)
      faults.push({ fault: "solve_before_reply", line, kind: null });
    if (reply !== null && green !== null && green >= reply)
      faults.push({ fault: "green_not_faster", line, kind: null });
  }
  if (!Object.values(lines).some((line) => line && Object.keys(line).length > 0))
    faults.push({ fault: "nothing_said", line: null, kind: null });
  return faults;
};
