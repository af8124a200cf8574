import "i18next";
import type { laterZh } from "@mainstay/phrases/later-zh";
import type { zh } from "@mainstay/phrases/zh";

declare module "i18next" {
  interface CustomTypeOptions {
    defaultNS: "translation";
    resources: { translation: typeof zh & typeof laterZh };
    returnNull: false;
  }
}
