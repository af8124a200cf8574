import { type Locale, localeFromPreference } from "@mainstay/phrases/locale";
import type { FastifyRequest } from "fastify";
import type { Identity } from "../access/identity.ts";

/** The language to answer in: the person's own setting, else what the request asks for, else the workspace's. */
export const callerLocale = (request: FastifyRequest, identity: Identity | null): Locale => {
  if (identity?.userLocale) return identity.userLocale;
  const asked = request.headers["accept-language"];
  if (asked && !asked.startsWith("*")) return localeFromPreference(asked.split(","));
  return identity?.workspace.locale ?? "zh-CN";
};
