import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from "jose";

/** How one answer of the provider differs from an honest one. */
export interface Lie {
  readonly claims?: JWTPayload;
  /** Signs with a key that is not among the published ones. */
  readonly isForged?: boolean;
  readonly metadata?: Readonly<Record<string, unknown>>;
  /** Answers everything with a redirect to this address. */
  readonly redirectTo?: string;
}

/**
 * For tests: a provider that says what it is told, well signed or not: for answers that an honest one never gives. It
 * notes every path it was asked for.
 */
export const startLyingProvider = async () => {
  const honest = await generateKeyPair("RS256", { extractable: true });
  const forger = await generateKeyPair("RS256");
  const jwk = { ...(await exportJWK(honest.publicKey)), kid: "k", alg: "RS256", use: "sig" };
  const asked: string[] = [];
  let lie: Lie = {};
  let nonce = "";
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? "/", "http://localhost").pathname;
    asked.push(path);
    const send = (body: unknown) => {
      response.setHeader("content-type", "application/json");
      response.end(JSON.stringify(body));
    };
    if (lie.redirectTo !== undefined) {
      response.writeHead(302, { location: lie.redirectTo }).end();
    } else if (path === "/.well-known/openid-configuration") {
      send({
        issuer,
        authorization_endpoint: `${issuer}/auth`,
        token_endpoint: `${issuer}/token`,
        jwks_uri: `${issuer}/jwks`,
        response_types_supported: ["code"],
        subject_types_supported: ["public"],
        id_token_signing_alg_values_supported: ["RS256"],
        ...lie.metadata,
      });
    } else if (path === "/jwks") send({ keys: [jwk] });
    else
      void idToken().then((id_token) =>
        send({ access_token: "x", token_type: "Bearer", id_token }),
      );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const issuer = `http://localhost:${(server.address() as AddressInfo).port}`;
  const idToken = () => {
    const now = Math.floor(Date.now() / 1000);
    const claims = {
      iss: issuer,
      aud: "mainstay",
      sub: "li",
      iat: now,
      exp: now + 300,
      nonce,
      email: "li@wanhua.cn",
      email_verified: true,
      ...lie.claims,
    };
    const key = lie.isForged ? forger.privateKey : honest.privateKey;
    return new SignJWT(claims).setProtectedHeader({ alg: "RS256", kid: "k" }).sign(key);
  };
  return {
    issuer,
    asked,
    /** Plays the person's part: takes the nonce along and comes back with a code and the state. */
    goThrough(url: string): string {
      const { searchParams } = new URL(url);
      nonce = searchParams.get("nonce") ?? "";
      return `?code=c&state=${searchParams.get("state")}`;
    },
    tell(next: Lie) {
      lie = next;
    },
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
};
