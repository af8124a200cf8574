import { expect, test } from "vitest";
import { readConfig } from "./read-config.ts";

test("with nothing said, only this machine reaches it, at port 3000", () => {
  expect(readConfig({})).toMatchObject({ port: 3000, host: "localhost", trustProxy: false });
});

test("the surroundings decide", () => {
  const env = { PORT: "8080", HOST: "0.0.0.0", PUBLIC_URL: "https://kam.cn/", TRUST_PROXY: "yes" };
  expect(readConfig(env)).toMatchObject({
    port: 8080,
    host: "0.0.0.0",
    publicUrl: "https://kam.cn",
    trustProxy: true,
  });
});

test("a value that cannot be is refused by name", () => {
  const wrong = [
    { PORT: "eighty" },
    { PORT: "70000" },
    { PORT: "-1" },
    { LOG_LEVEL: "loud" },
    { PUBLIC_URL: "kam.cn" },
    { REQUESTS_PER_MINUTE: "1.5" },
    { MAINSTAY_KEY: "too-short" },
  ];
  for (const env of wrong) {
    expect(() => readConfig(env)).toThrow(Object.keys(env)[0]);
  }
});
