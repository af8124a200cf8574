import type { Locale } from "@mainstay/phrases/locale";
import { noticeWords } from "@mainstay/phrases/privacy/notice-words";
import { withoutTenant } from "../platform/db/open-transaction.ts";
import type { App } from "../platform/http/app.ts";
import { callerLocale } from "../platform/http/caller-locale.ts";
import { paperHtml } from "../platform/paper/paper-html.ts";
import { noticePaper } from "./notice-paper.ts";
import { noticePath, noticesByKey, type NoticeRecord } from "./notice-queries.ts";

const keyPattern = /^[A-Za-z0-9_-]{16,64}$/;

/** The words of the page's links: the other language, earlier versions. */
const linksOf = (key: string, notices: readonly NoticeRecord[], shown: number, locale: Locale) => {
  const words = noticeWords[locale];
  const at = (version: number, lang: string) =>
    `${noticePath(key)}?version=${version}&lang=${lang}`;
  const links: [string, string][] = [
    [at(shown, locale === "en" ? "zh" : "en"), words.otherLanguage],
  ];
  for (const { version } of notices) {
    if (version !== shown) links.push([at(version, locale === "en" ? "en" : "zh"), `v${version}`]);
  }
  return links;
};

/** The notice as anybody reads it who has its address: no sign-in, no script, its own language, printable. */
export const noticePage = (app: App): void => {
  app.http.get<{ Params: { key: string }; Querystring: { lang?: string; version?: string } }>(
    "/notice/:key",
    { onRequest: async (request) => app.addressLimit.take(request.ip) },
    async (request, reply) => {
      const { key } = request.params;
      const { lang, version } = request.query;
      const locale: Locale =
        lang === "en" ? "en" : lang === "zh" ? "zh-CN" : callerLocale(request, null);
      const notices = keyPattern.test(key)
        ? await withoutTenant(app.database, (tx) => noticesByKey(tx, key))
        : [];
      const wanted = version === undefined ? notices[0]?.version : Number(version);
      const notice = notices.find((one) => one.version === wanted);
      void reply.type("text/html; charset=utf-8").header("cache-control", "no-store");
      if (!notice) {
        const words = noticeWords[locale];
        const parts = [{ kind: "paragraph" as const, text: words.notFound }];
        const page = { title: words.notFoundTitle, subtitle: "", locale, footer: "", parts };
        return reply.code(404).send(paperHtml(page));
      }
      const paper = noticePaper(notice, notices[0]?.version ?? notice.version, locale);
      return reply.send(paperHtml(paper, linksOf(key, notices, notice.version, locale)));
    },
  );
};
