import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { App as KitApp, ConfigProvider } from "antd";
import { useEffect, useMemo, useState } from "react";
import { I18nextProvider } from "react-i18next";
import { useSystemIsDark } from "../lib/media.ts";
import { usePreferences } from "../lib/preferences.ts";
import { queryClient } from "../lib/query.ts";
import { kitTheme } from "./kit-theme.ts";
import type { Language } from "./language.ts";
import { loadLanguage } from "./language.ts";
import { router } from "./router.tsx";
import { darkPalette, lightPalette, wearPalette } from "./tokens.ts";

/** Keeps the old language on screen until the new one has arrived. */
const useLanguage = (first: Language): Language => {
  const { locale } = usePreferences();
  const [language, setLanguage] = useState(first);
  useEffect(() => {
    if (language.locale === locale) return;
    let wanted = true;
    void loadLanguage(locale).then((next) => wanted && setLanguage(next));
    return () => {
      wanted = false;
    };
  }, [locale, language.locale]);
  return language;
};

/**
 * A waiting button keeps its name: the kit's own ring is named "loading" and, when an answer comes within a frame, its way out
 * never ends, so that the word stays for who listens to the page.
 */
const buttons = {
  autoInsertSpace: false,
  loadingIcon: <span className="waiting-ring" aria-hidden="true" />,
};

export const App = ({ first }: { first: Language }) => {
  const { theme } = usePreferences();
  const systemIsDark = useSystemIsDark();
  const scheme = theme === "dark" || (theme === "system" && systemIsDark) ? "dark" : "light";
  const palette = scheme === "dark" ? darkPalette : lightPalette;
  useMemo(() => wearPalette(palette, scheme), [palette, scheme]);
  const kit = useMemo(() => kitTheme(palette, scheme), [palette, scheme]);
  const language = useLanguage(first);
  return (
    <I18nextProvider i18n={language.voice} key={language.locale}>
      <ConfigProvider theme={kit} locale={language.kit} button={buttons}>
        <KitApp message={{ maxCount: 3 }} component={false}>
          <QueryClientProvider client={queryClient}>
            <RouterProvider router={router} />
          </QueryClientProvider>
        </KitApp>
      </ConfigProvider>
    </I18nextProvider>
  );
};
