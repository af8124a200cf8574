/** Group robots we can speak to: 企业微信, 钉钉, 飞书 and Lark (facts § 3). */
export const robotKinds = ["wecom", "dingtalk", "feishu", "lark"] as const;
export type RobotKind = (typeof robotKinds)[number];

/** What a robot tells: every account's news, or that of the accounts a department looks after. */
export const robotScopes = ["all", "department"] as const;
export type RobotScope = (typeof robotScopes)[number];
