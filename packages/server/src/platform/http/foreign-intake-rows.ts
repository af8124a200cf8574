import type { ForeignIds, ForeignRow } from "./foreign-ids.ts";

/** What came into the other workspace by itself, and its ways in; `mark` in every text. */
export const foreignIntakeRows = (ids: ForeignIds, mark: string): readonly ForeignRow[] => [
  [
    "incoming_message",
    {
      id: ids.messageId,
      channel: "hook",
      status: "waiting",
      because: "unknown_sender",
      from_address: mark,
      from_name: mark,
      subject: mark,
      words: mark,
      received_at: "2026-01-01T00:00:00Z",
    },
  ],
  [
    "incoming_attachment",
    {
      id: ids.fileId,
      message_id: ids.messageId,
      position: 0,
      name: mark,
      media_type: "text/plain",
      size_bytes: 1,
      content: Buffer.from(mark),
    },
  ],
  [
    "incoming_hook",
    {
      id: ids.hookId,
      name: mark,
      key_hash: Buffer.from(mark),
      page_origin: mark,
      created_at: "2026-01-01T00:00:00Z",
    },
  ],
  [
    "mailbox",
    {
      host: mark,
      port: 993,
      security: "tls",
      user_name: mark,
      every_minutes: 5,
      after_reading: "seen",
      page_origin: mark,
    },
  ],
  [
    "public_link",
    {
      id: ids.linkId,
      purpose: "case_filing",
      token_hash: Buffer.from(mark),
      account_id: ids.accountId,
      person_id: ids.personId,
      expires_at: "2999-01-01T00:00:00Z",
    },
  ],
  ["case_form", { link_id: ids.linkId, path: mark, made_at: "2026-01-01T00:00:00Z" }],
];
