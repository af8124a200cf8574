import type { ForeignIds, ForeignRow } from "./foreign-ids.ts";

/** What belongs to users and the workspace: keys, sessions, robots, mail; `mark` in every text. */
export const foreignWorkspaceRows = (ids: ForeignIds, mark: string): readonly ForeignRow[] => [
  [
    "saved_view",
    {
      id: ids.viewId,
      user_id: ids.userId,
      place: "accounts",
      name: mark,
      query: "{}",
      is_shared: true,
    },
  ],
  [
    "access_token",
    {
      id: ids.tokenId,
      user_id: ids.userId,
      name: mark,
      token_hash: Buffer.from(mark),
      scopes: ["read"],
    },
  ],
  [
    "passkey",
    {
      id: ids.passkeyId,
      user_id: ids.userId,
      name: mark,
      credential_id: mark,
      public_key: Buffer.from(mark),
    },
  ],
  [
    "oidc_provider",
    { id: ids.providerId, label: mark, issuer: "https://foreign.example", client_id: mark },
  ],
  [
    "session",
    {
      id: ids.sessionId,
      user_id: ids.userId,
      token_hash: Buffer.from(mark),
      expires_at: "2999-01-01T00:00:00Z",
    },
  ],
  [
    "notification",
    {
      id: ids.notificationId,
      user_id: ids.userId,
      kind: "task_assigned",
      subject_kind: mark,
      reason: JSON.stringify({ code: mark, params: {} }),
      dedupe_key: mark,
    },
  ],
  [
    "robot",
    {
      id: ids.robotId,
      name: mark,
      kind: "wecom",
      url_sealed: Buffer.from(mark),
      url_hint: mark,
      kinds: ["signal_raised"],
      scope: "all",
      page_origin: mark,
      is_paused: true,
    },
  ],
  [
    "robot_message",
    {
      id: ids.messageId,
      robot_id: ids.robotId,
      kind: "signal_raised",
      subject_kind: mark,
      account_id: ids.accountId,
      reason: JSON.stringify({ code: mark, params: {} }),
      dedupe_key: mark,
      status: "dead",
      next_try_at: "2026-01-01T00:00:00Z",
      last_error: mark,
    },
  ],
  [
    "mail_setting",
    {
      host: "mail.foreign.example",
      port: 25,
      security: "none",
      from_address: mark,
      page_origin: mark,
    },
  ],
];
