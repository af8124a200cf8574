import type { AuditFinding } from "@mainstay/domain/audit/audit-finding";
import type { Locale } from "../locale.ts";
import { createVoice } from "../render.ts";
import { auditActKey } from "./act-key.ts";
import { auditEn } from "./en.ts";
import { auditZh } from "./zh.ts";

const voices = {
  "zh-CN": createVoice("zh-CN", { audit: auditZh }),
  en: createVoice("en", { audit: auditEn }),
};

/** The words of the audit in a language, for what is written outside the page. */
export const auditVoice = (locale: Locale) => voices[locale];

/** An act in plain words. */
export const auditActWords = (locale: Locale, act: string): string =>
  String(voices[locale].t(`audit.act.${auditActKey(act) ?? "other"}`));

/** What is wrong with the audit and where, as a sentence. */
export const auditFindingWords = (locale: Locale, finding: AuditFinding): string =>
  String(
    voices[locale].t(`audit.finding.${finding.kind}`, {
      sequence: finding.sequence ?? 0,
      at: finding.at === null ? "" : `${finding.at.replace("T", " ").slice(0, 19)} UTC`,
      act: finding.act === null ? "" : auditActWords(locale, finding.act),
    }),
  );
