/** 客户类别: any of these may hold for one account. */
export const accountKinds = ["economic", "important", "group", "strategic", "channel"] as const;
export type AccountKind = (typeof accountKinds)[number];
