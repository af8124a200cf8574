import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import Provider from "oidc-provider";

/** What the provider says of a person, by the name they sign in with. */
export type People = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

export interface TestProvider {
  readonly issuer: string;
  readonly close: () => Promise<void>;
  /** Goes through the provider's own pages as this person, from our address there to the address it sends back to. */
  readonly visit: (url: string, login: string) => Promise<URL>;
}

export const testClient = { id: "mainstay", secret: "a-client-secret-of-the-test" };

const listen = (server: Server): Promise<number> =>
  new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => resolve((server.address() as AddressInfo).port));
  });

/** For tests: a real OpenID Connect provider on this machine, with its own sign-in and consent pages. */
export const startTestProvider = async (
  people: People,
  redirectUris: readonly string[],
): Promise<TestProvider> => {
  const server = createServer();
  const issuer = `http://localhost:${await listen(server)}`;
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: testClient.id,
        client_secret: testClient.secret,
        redirect_uris: redirectUris,
        response_types: ["code"],
        grant_types: ["authorization_code"],
      },
    ],
    pkce: { required: () => true },
    claims: { openid: ["sub"], email: ["email", "email_verified"], profile: ["name"] },
    features: { devInteractions: { enabled: true } },
    cookies: { keys: ["a key of the test"] },
    findAccount: (_: unknown, sub: string) => ({
      accountId: sub,
      claims: () => ({ sub, ...people[sub] }),
    }),
  });
  server.on("request", provider.callback());
  return {
    issuer,
    visit: (url, login) => visit(issuer, url, login),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
};

const visit = async (issuer: string, start: string, login: string): Promise<URL> => {
  const jar = new Map<string, string>();
  let next = new URL(start);
  let form: URLSearchParams | null = null;
  for (let steps = 0; steps < 12; steps++) {
    if (next.origin !== issuer) return next;
    const answer: Response = await fetch(next, {
      redirect: "manual",
      method: form ? "POST" : "GET",
      headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join("; ") },
      ...(form ? { body: form } : {}),
    });
    for (const line of answer.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      jar.set(name, value);
    }
    form = null;
    const location = answer.headers.get("location");
    if (location) {
      next = new URL(location, next);
      continue;
    }
    const page = await answer.text();
    const prompt = /name="prompt" value="(\w+)"/.exec(page)?.[1];
    if (!prompt) throw new Error(`The provider stopped at ${next.href}: ${answer.status} ${page}`);
    form = new URLSearchParams({ prompt, login, password: "any" });
  }
  throw new Error("The provider never came to an end.");
};
