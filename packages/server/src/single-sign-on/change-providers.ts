import type { OidcProviderDraft, OidcProviderView } from "@mainstay/contract/single-sign-on";
import { usableIssuer } from "@mainstay/domain/single-sign-on/provider-rule";
import type { Context } from "../platform/access/context.ts";
import { demandVersion } from "../platform/access/demand.ts";
import { recordAudit } from "../platform/audit/record-audit.ts";
import { newId } from "../platform/clock/new-id.ts";
import type { Db } from "../platform/db/database-handles.ts";
import type { App } from "../platform/http/app.ts";
import { AppError } from "../platform/http/app-error.ts";
import { seal } from "../platform/secrets/seal.ts";
import {
  deleteProvider,
  findProvider,
  insertProvider,
  listProviders,
  lockProvider,
  type OidcProvider,
  saveProvider,
} from "./provider-queries.ts";
import { redirectUriOf } from "./reach-provider.ts";

const atMost = 5;

const present = (context: Context, provider: OidcProvider): OidcProviderView => ({
  id: provider.id,
  label: provider.label,
  issuer: provider.issuer,
  clientId: provider.clientId,
  hasSecret: provider.secretSealed !== null,
  otherHosts: [...provider.otherHosts],
  mailDomains: [...provider.mailDomains],
  makesUsers: provider.makesUsers,
  newUserRole: provider.newUserRole,
  isEnabled: provider.isEnabled,
  redirectUri: redirectUriOf(context.origin),
  version: provider.version,
});

export const readProviders = async (db: Db, context: Context) => ({
  items: (await listProviders(db, context.tenantId)).map((one) => present(context, one)),
  redirectUri: redirectUriOf(context.origin),
});

/** Refuses an issuer that is no address to trust, and making users of any mail domain at all. */
const checked = (draft: OidcProviderDraft): OidcProviderDraft => {
  const issuer = usableIssuer(draft.issuer);
  if (issuer === null) throw new AppError("single_sign_on.issuer_invalid");
  if (draft.makesUsers && draft.mailDomains.length === 0) {
    throw new AppError("single_sign_on.domains_needed");
  }
  return { ...draft, issuer };
};

/** What the audit keeps of a draft: everything but the secret. */
const withoutSecret = ({ clientSecret, ...rest }: OidcProviderDraft) => ({
  ...rest,
  isSecretChanged: clientSecret !== undefined,
});

const sealed = (app: App, context: Context, id: string, secret: string) =>
  seal(app.keyRing, { tenantId: context.tenantId, table: "oidc_provider", rowId: id }, secret);

export const createProvider = (app: App, context: Context, input: OidcProviderDraft) => {
  const draft = checked(input);
  const id = newId();
  const secret = draft.clientSecret ? sealed(app, context, id, draft.clientSecret) : null;
  return context.write(async (tx) => {
    const { tenantId } = context;
    const known = await listProviders(tx, tenantId);
    if (known.length >= atMost) throw new AppError("single_sign_on.too_many", { limit: atMost });
    await insertProvider(tx, tenantId, id, draft, secret);
    const subject = { kind: "single_sign_on", id };
    await recordAudit(tx, context, "single_sign_on.added", subject, withoutSecret(draft));
    return get(tx, context, id);
  });
};

export const editProvider = (app: App, context: Context, id: string, input: OidcProviderDraft) => {
  const draft = checked(input);
  const { clientSecret } = draft;
  const secret = clientSecret
    ? sealed(app, context, id, clientSecret)
    : clientSecret === undefined
      ? undefined
      : null;
  return context.write(async (tx) => {
    const { tenantId } = context;
    const provider = await lockProvider(tx, tenantId, id);
    if (!provider) throw new AppError("single_sign_on.not_found");
    demandVersion(context, provider.version);
    await saveProvider(tx, tenantId, id, draft, secret);
    const subject = { kind: "single_sign_on", id };
    await recordAudit(tx, context, "single_sign_on.edited", subject, withoutSecret(draft));
    return get(tx, context, id);
  });
};

/** Removes a provider with its links; users it made stay, and need an invitation to choose a password. */
export const removeProvider = (context: Context, id: string): Promise<void> =>
  context.write(async (tx) => {
    const { tenantId } = context;
    const provider = await lockProvider(tx, tenantId, id);
    if (!provider) throw new AppError("single_sign_on.not_found");
    await deleteProvider(tx, tenantId, id);
    const subject = { kind: "single_sign_on", id };
    await recordAudit(tx, context, "single_sign_on.removed", subject, { label: provider.label });
  });

const get = async (db: Db, context: Context, id: string): Promise<OidcProviderView> => {
  const provider = await findProvider(db, context.tenantId, id);
  if (!provider) throw new AppError("single_sign_on.not_found");
  return present(context, provider);
};
