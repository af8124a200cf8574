import { csrfHeader } from "@mainstay/contract/endpoint/headers";
import type { App } from "./app.ts";
import { nobody, type TestCaller } from "./test-app.ts";

/** For tests: somebody at a browser, who keeps and sends cookies as browsers do. */
export const testBrowser = (app: App) => {
  const jar = new Map<string, string>();
  const call: TestCaller = async (endpoint, input = {}) => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
    const headers = { [csrfHeader]: "1", ...(cookie ? { cookie } : {}), ...input.headers };
    const answer = await nobody(app)(endpoint, { ...input, headers });
    for (const line of [answer.headers["set-cookie"] ?? []].flat().map(String)) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      const expires = /Expires=([^;]+)/.exec(line)?.[1];
      const isGone = expires !== undefined && new Date(expires).getTime() < 86_400_000;
      if (isGone || value === "") jar.delete(name);
      else jar.set(name, value);
    }
    return answer;
  };
  return { call, jar };
};
