import { tokenScopes } from "@mainstay/domain/access/token-scope";
import { z } from "zod";
import { endpoint } from "./endpoint/endpoint.ts";
import { day, id, instant, nothing, requiredText } from "./endpoint/wire.ts";

/** A personal key for programs; its secret is never shown again. */
export const AccessTokenView = z.object({
  id,
  name: z.string(),
  scopes: z.array(z.enum(tokenScopes)),
  createdAt: instant,
  lastUsedAt: instant.nullable(),
  expiresAt: instant.nullable(),
});
export type AccessTokenView = z.infer<typeof AccessTokenView>;

export const accessTokens = {
  list: endpoint({
    id: "accessTokens.list",
    method: "GET",
    path: "/access-tokens",
    allow: "signed_in",
    summary: "My living access tokens, newest first",
    response: z.object({ items: z.array(AccessTokenView) }),
  }),
  create: endpoint({
    id: "accessTokens.create",
    method: "POST",
    path: "/access-tokens",
    allow: "signed_in",
    summary: "Make a token; `secret` is shown this once. Only after signing in, never with a token",
    body: z.object({
      name: requiredText(100),
      scopes: z
        .array(z.enum(tokenScopes))
        .min(1)
        .max(tokenScopes.length)
        .transform((scopes) => [...new Set(scopes)]),
      /** Last day it works; null never ends. */
      expiresOn: day.nullable(),
    }),
    response: z.object({ token: AccessTokenView, secret: z.string() }),
    status: 201,
  }),
  revoke: endpoint({
    id: "accessTokens.revoke",
    method: "DELETE",
    path: "/access-tokens/:tokenId",
    allow: "signed_in",
    summary: "End a token of mine at once",
    params: z.object({ tokenId: id }),
    response: nothing,
    status: 204,
  }),
};
