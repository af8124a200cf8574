export const taskStatuses = ["open", "done", "dropped"] as const;
export type TaskStatus = (typeof taskStatuses)[number];
