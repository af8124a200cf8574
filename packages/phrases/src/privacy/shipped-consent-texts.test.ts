import { consentScopes } from "@mainstay/domain/fact/consent-scope";
import { isBundled } from "@mainstay/domain/privacy/consent-rule";
import { expect, test } from "vitest";
import { locales } from "../locale.ts";
import { shippedConsentTexts } from "./shipped-consent-texts.ts";

test("every scope has a shipped text in both languages, once, and no sensitive one is bundled", () => {
  for (const locale of locales) {
    const texts = shippedConsentTexts(locale);
    expect(texts.flatMap(({ scope }) => scope).sort()).toEqual([...consentScopes].sort());
    expect(texts.filter(({ scope }) => isBundled(scope))).toEqual([]);
  }
});

test("every text says that it is voluntary and can be withdrawn; sensitive ones say need and impact", () => {
  const must = {
    "zh-CN": ["不同意不影响", "随时撤回"],
    en: ["Refusing has no effect|refusing has no effect", "withdraw at any time"],
  };
  for (const locale of locales) {
    for (const { words } of shippedConsentTexts(locale)) {
      for (const part of must[locale]) expect(words).toMatch(new RegExp(part));
    }
    const trip = shippedConsentTexts(locale).find(({ scope }) => scope[0] === "itinerary");
    expect(trip?.words).toMatch(locale === "en" ? /needed.*means for me/ : /必要性.*影响/);
  }
});
