/** Where a task comes from: a person's own, a playbook's step, a handover's or rescue's, the next step of a logged contact. */
export const taskOrigins = ["manual", "playbook", "handover", "rescue", "log"] as const;
export type TaskOrigin = (typeof taskOrigins)[number];
