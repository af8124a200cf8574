import { createMailSender } from "./send-mail.ts";
import { createMailboxVisitor, type VisitMailbox } from "./open-mailbox.ts";
import { createRobotPost } from "./post-to-robot.ts";

/** A mail server as somebody set it up, its password in clear. */
export interface MailServer {
  readonly host: string;
  readonly port: number;
  readonly security: "tls" | "starttls" | "none";
  readonly login: { readonly user: string; readonly password: string } | null;
}

export interface Mail {
  readonly from: { readonly name: string; readonly address: string };
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** Left out: plain text alone. */
  readonly html?: string;
  /** The same for every attempt, so that a mail that arrived twice is recognised. */
  readonly messageId: string;
  /** The message it answers, for mail programs that show both together. */
  readonly inReplyTo?: string;
  /** Further headers; those every mail of ours carries stay. */
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * How sending ended. `later`: trying again may help; `never`: this one will not be taken; `server`: the server itself cannot
 * be used now, so that others need not be tried either.
 */
export type MailOutcome =
  | { readonly kind: "sent" }
  | { readonly kind: "later" | "never"; readonly isServer: boolean; readonly reason: string };

/** What a robot's host answered; `status` 0 when nothing came back. */
export interface RobotAnswer {
  readonly status: number;
  readonly text: string;
}

/** The ways out of the house; tests put a world of their own in their place. */
export interface OutsideWorld {
  readonly sendMail: (server: MailServer, mail: Mail) => Promise<MailOutcome>;
  readonly postToRobot: (url: URL, body: unknown) => Promise<RobotAnswer>;
  /** Left out by tests that read no mail. */
  readonly visitMailbox?: VisitMailbox;
}

export const outsideWorld: OutsideWorld = {
  sendMail: createMailSender(),
  postToRobot: createRobotPost(),
  visitMailbox: createMailboxVisitor(),
};
