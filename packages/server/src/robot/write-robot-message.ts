import type { RobotKind } from "@mainstay/domain/robot/robot-kind";
import { bytesOf, plainText, truncateBytes } from "@mainstay/domain/robot/robot-text";
import type { Locale } from "@mainstay/phrases/locale";
import { outgoingWords } from "@mainstay/phrases/notification/mail-words";
import { dingtalkSignature, feishuSignature } from "./robot-signature.ts";

/** One piece of news as a robot says it. */
export interface RobotLine {
  readonly title: string;
  readonly account: string;
  readonly link: string;
}

export interface RobotVoice {
  readonly kind: RobotKind;
  readonly url: string;
  readonly secret: string | null;
  readonly keyword: string | null;
  readonly locale: Locale;
}

/** What is posted, and where to. */
export interface RobotPost {
  readonly url: URL;
  readonly body: Record<string, unknown>;
}

/** Bytes of UTF-8 that the content may have (facts § 3); below the platforms' own limits, which count the frame as well. */
export const contentLimits: Readonly<Record<RobotKind, number>> = {
  wecom: 4_000,
  dingtalk: 16_000,
  feishu: 16_000,
  lark: 16_000,
};
const textLimit = 2_000;
const nameLimit = 200;

/** Several pieces of news as one message: each its title, the account's short name and a link; what does not fit is counted. */
export const writeRobotMessage = (
  voice: RobotVoice,
  lines: readonly RobotLine[],
  now: Date,
): RobotPost => {
  const words = outgoingWords[voice.locale];
  const title = titleOf(voice);
  const isMarkdown = voice.kind === "wecom" || voice.kind === "dingtalk";
  const room = contentLimits[voice.kind] - bytesOf(title) - 100;
  const kept = fitting(
    lines.map((line) => ({
      line,
      text: isMarkdown ? markdownLine(line, words.open) : plainLine(line),
    })),
    room,
  );
  const rest = lines.length - kept.length;
  const last = rest > 0 ? words.more(rest) : null;
  if (isMarkdown) {
    const text = [`#### ${title}`, ...kept.map(({ text }) => text), ...(last ? [last] : [])];
    return markdownPost(voice, title, text.join("\n"), now);
  }
  const content = [
    ...kept.map(({ line, text }) => [
      { tag: "text", text: `${text} ` },
      { tag: "a", text: words.open, href: line.link },
    ]),
    ...(last ? [[{ tag: "text", text: last }]] : []),
  ];
  const language = voice.locale === "en" ? "en_us" : "zh_cn";
  return signed(voice, now, {
    msg_type: "post",
    content: { post: { [language]: { title, content } } },
  });
};

/** A message of plain words, as the test of a new robot. */
export const writeRobotText = (voice: RobotVoice, words: string, now: Date): RobotPost => {
  const text = truncateBytes(`${titleOf(voice)}\n${words}`, textLimit);
  return voice.kind === "wecom" || voice.kind === "dingtalk"
    ? signed(voice, now, { msgtype: "text", text: { content: text } })
    : signed(voice, now, { msg_type: "text", content: { text } });
};

/** The heading, with the word that the robot demands of every message. */
const titleOf = ({ keyword, locale }: RobotVoice): string => {
  const { robotTitle } = outgoingWords[locale];
  return keyword ? `${robotTitle} · ${keyword}` : robotTitle;
};

const named = ({ title, account }: RobotLine): string => {
  const name = truncateBytes(plainText(account), nameLimit);
  return name === "" ? plainText(title) : `${plainText(title)} · ${name}`;
};
const plainLine = (line: RobotLine): string => `• ${named(line)}`;
const markdownLine = (line: RobotLine, open: string): string =>
  `- ${named(line)} [${open}](${encodeURI(line.link)})`;

/** As many as there is room for; the first in any case, cut if it must be. */
const fitting = <Line extends { text: string; line: RobotLine }>(
  lines: readonly Line[],
  room: number,
): Line[] => {
  const kept: Line[] = [];
  let left = room;
  for (const one of lines) {
    left -= bytesOf(one.text) + bytesOf(one.line.link) + 80;
    if (left < 0 && kept.length > 0) break;
    kept.push(one);
  }
  return kept;
};

const markdownPost = (voice: RobotVoice, title: string, text: string, now: Date): RobotPost =>
  voice.kind === "wecom"
    ? signed(voice, now, {
        msgtype: "markdown",
        markdown: { content: truncateBytes(text, contentLimits.wecom) },
      })
    : signed(voice, now, {
        msgtype: "markdown",
        markdown: { title, text: truncateBytes(text, contentLimits.dingtalk) },
      });

const signed = (
  { kind, url: address, secret }: RobotVoice,
  now: Date,
  body: Record<string, unknown>,
): RobotPost => {
  const url = new URL(address);
  if (secret === null || kind === "wecom") return { url, body };
  if (kind === "dingtalk") {
    const at = now.getTime();
    // URLSearchParams encodes the signature, as the address demands.
    url.searchParams.set("timestamp", String(at));
    url.searchParams.set("sign", dingtalkSignature(secret, at));
    return { url, body };
  }
  const timestamp = Math.floor(now.getTime() / 1000);
  return {
    url,
    body: { timestamp: String(timestamp), sign: feishuSignature(secret, timestamp), ...body },
  };
};
