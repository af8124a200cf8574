/** 项目 A purchase of the customer we work on. Open until it is won, lost or stopped by the customer. */
export const projectStatuses = ["open", "won", "lost", "stopped"] as const;
export type ProjectStatus = (typeof projectStatuses)[number];

/** How a project can end. */
export const projectEnds = ["won", "lost", "stopped"] as const satisfies ProjectStatus[];
export type ProjectEnd = (typeof projectEnds)[number];
