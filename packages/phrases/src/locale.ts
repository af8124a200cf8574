/** The languages Mainstay speaks; `zh-CN` is the first. */
export const locales = ["zh-CN", "en"] as const;
export type Locale = (typeof locales)[number];

/** The language to greet somebody in, from what their browser or request prefers. */
export const localeFromPreference = (preferred: readonly string[]): Locale => {
  for (const tag of preferred) {
    const language = tag.trim().toLowerCase().split(/[-_;]/)[0];
    if (language === "zh") return "zh-CN";
    if (language === "en") return "en";
  }
  return "zh-CN";
};
