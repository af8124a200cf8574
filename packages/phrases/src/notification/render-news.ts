import {
  type NotificationKind,
  notificationKinds,
} from "@mainstay/domain/notification/notification-kind";
import { plainReason } from "@mainstay/domain/notification/notification-reason";
import type { Locale } from "../locale.ts";
import { createSpeaker, type Speaker } from "../reason/speaker.ts";
import { newsEn } from "./news-en.ts";
import { newsZh } from "./news-zh.ts";

const words = { "zh-CN": newsZh, en: newsEn };

/** The title of a piece of news in the reader's language; a kind of a later version is only called news. */
export const renderNews = (
  kind: string,
  params: Readonly<Record<string, unknown>>,
  locale: Locale,
): string => {
  if (!(notificationKinds as readonly string[]).includes(kind)) {
    return locale === "en" ? "News" : "有新的消息";
  }
  const known = kind as NotificationKind;
  const sentence = words[locale][known] as (params: unknown, say: Speaker) => string;
  return sentence(plainReason(known, params).params, createSpeaker(locale));
};
