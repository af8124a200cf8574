import { type BilingualWords, wordsIn } from "@mainstay/domain/survey/frozen-question";
import { surveyMailWords } from "@mainstay/phrases/survey/mail-words";
import type { Locale } from "@mainstay/phrases/locale";
import { escapeHtml } from "../mail/write-digest.ts";

export interface SurveyMail {
  readonly locale: Locale;
  readonly isReminder: boolean;
  readonly personName: string;
  readonly sender: string;
  readonly title: BilingualWords;
  readonly introduction: BilingualWords;
  readonly isAnonymous: boolean;
  readonly closesOn: string;
  /** The address of the answering page, its secret behind `#`. */
  readonly url: string;
}

/** The same page with the wish not to be asked again at hand. */
export const stopUrlOf = (url: string): string => url.replace("/s/#", "/s/?stop#");

/** What a mail that asks says, as text and as HTML; the customer's own name and the survey's words stand in it as text. */
export const composeSurveyMail = (mail: SurveyMail) => {
  const words = surveyMailWords[mail.locale];
  const language = mail.locale === "en" ? "en" : "zh";
  const title = wordsIn(mail.title, language);
  const introduction = wordsIn(mail.introduction, language);
  const above = [
    words.greeting(mail.personName),
    ...(mail.isReminder ? [words.reminder] : []),
    ...(introduction === "" ? [] : [introduction]),
    ...(mail.isAnonymous ? [words.anonymous] : []),
  ];
  const below = [words.until(mail.closesOn), words.closing(mail.sender)];
  const stopUrl = stopUrlOf(mail.url);
  const paragraph = (text: string) => `<p>${escapeHtml(text).replaceAll("\n", "<br>")}</p>`;
  const link = (url: string, text: string) =>
    `<a href="${escapeHtml(url)}">${escapeHtml(text)}</a>`;
  return {
    subject: (mail.isReminder ? words.reminderSubject : words.subject)(title, mail.sender),
    text: [...above, `${words.answer}\n${mail.url}`, ...below, `—\n${words.stop}\n${stopUrl}`].join(
      "\n\n",
    ),
    html: [
      ...above.map(paragraph),
      `<p>${link(mail.url, words.answer)}</p>`,
      ...below.map(paragraph),
      `<p>${escapeHtml(words.stop)} ${link(stopUrl, stopUrl)}</p>`,
    ].join("\n"),
    headers: { "List-Unsubscribe": `<${stopUrl}>` },
  };
};

/** What a person is written to in: Chinese at customers of Chinese-speaking places, English elsewhere, else the workspace's. */
export const mailLocaleOf = (country: string | null, workspaceLocale: Locale): Locale => {
  const place = country?.replaceAll(/\s/g, "").toLowerCase() ?? "";
  if (place === "") return workspaceLocale;
  return chinesePlaces.has(place) ? "zh-CN" : "en";
};

const chinesePlaces = new Set(
  "cn chn china 中国 中华人民共和国 hk hkg hongkong 香港 中国香港 mo mac macao 澳门 中国澳门 tw twn taiwan 台湾 中国台湾".split(
    " ",
  ),
);
