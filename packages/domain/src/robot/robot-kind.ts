/** Group robots we can speak to: 企业微信, 钉钉, 飞书 and Lark (facts § 3). */
export const robotKinds = ["wecom", "dingtalk", "feishu", "lark"] as const;
export type RobotKind = (typeof robotKinds)[number];

/** What a robot tells: every account's news, or that of the accounts a department looks after. */
export const robotScopes = ["all", "department"] as const;
export type RobotScope = (typeof robotScopes)[number];

/** `waiting` until sent; `dead` when trying again is pointless or was tried often enough. */
export const outgoingStatuses = ["waiting", "sent", "dead"] as const;
export type OutgoingStatus = (typeof outgoingStatuses)[number];
