import type { NotificationView } from "@mainstay/contract/notification";
import type { Locale } from "@mainstay/phrases/locale";
import { outgoingWords } from "@mainstay/phrases/notification/mail-words";
import { renderNews } from "@mainstay/phrases/notification/render-news";

export interface Digest {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

interface DigestParts {
  readonly kind: "daily" | "urgent";
  readonly name: string;
  readonly locale: Locale;
  readonly pageOrigin: string;
  readonly items: readonly NotificationView[];
}

const shownAtMost = 30;

/** Text as it may stand in HTML, attributes included. */
export const escapeHtml = (text: string): string =>
  text.replace(
    /[&<>"']/g,
    (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" })[sign] ?? "",
  );

/**
 * A mail of what somebody was told, in their language: of each its title, the account's short name and a link, nothing else.
 */
export const writeDigest = ({ kind, name, locale, pageOrigin, items }: DigestParts): Digest => {
  const words = outgoingWords[locale];
  const lines = items.slice(0, shownAtMost).map((one) => ({
    title: renderNews(one.kind, one.reason.params, locale),
    account: one.account?.name ?? "",
    link: `${pageOrigin}${one.path}`,
  }));
  const rest = items.length - lines.length;
  const [first] = lines;
  const about = first ? [first.title, first.account].filter((part) => part !== "").join(" · ") : "";
  const subject =
    kind === "daily"
      ? words.dailySubject(items.length)
      : words.urgentSubject(about, items.length - 1);
  const settings = `${pageOrigin}/settings/me`;
  const text = [
    words.greeting(name),
    "",
    words.lead(items.length),
    "",
    ...lines.flatMap(({ title, account, link }) => [
      account === "" ? `• ${title}` : `• ${title} · ${account}`,
      `  ${link}`,
    ]),
    ...(rest > 0 ? ["", words.more(rest)] : []),
    "",
    `${words.change}: ${settings}`,
  ].join("\n");
  const row = ({ title, account, link }: (typeof lines)[number]) =>
    `<tr><td style="padding:10px 0;border-bottom:1px solid #e5e5e5"><strong>${escapeHtml(title)}</strong>${
      account === "" ? "" : `<br><span style="color:#666">${escapeHtml(account)}</span>`
    }</td><td style="padding:10px 0 10px 16px;border-bottom:1px solid #e5e5e5;text-align:right;white-space:nowrap"><a href="${escapeHtml(link)}">${escapeHtml(words.open)}</a></td></tr>`;
  const html = `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><title>${escapeHtml(subject)}</title></head>
<body style="margin:0;padding:24px;font:15px/1.6 -apple-system,'Segoe UI','PingFang SC','Microsoft YaHei',sans-serif;color:#1f1f1f">
<div style="max-width:600px"><p>${escapeHtml(words.greeting(name))}</p><p>${escapeHtml(words.lead(items.length))}</p>
<table role="presentation" style="width:100%;border-collapse:collapse">${lines.map(row).join("\n")}</table>
${rest > 0 ? `<p>${escapeHtml(words.more(rest))}</p>` : ""}
<p style="color:#666;font-size:13px"><a href="${escapeHtml(settings)}">${escapeHtml(words.change)}</a></p></div></body></html>`;
  return { subject, text, html };
};
