import { expect, test } from "vitest";
import { isDomainAllowed, mayReach, safeReturnPath, usableIssuer } from "./provider-rule.ts";

test("an issuer is an https address without anything added; http only on this machine", () => {
  for (const fine of ["https://login.wanhua.cn", "https://a.cn/realms/x/", "http://localhost:9"]) {
    expect(usableIssuer(fine)).toBe(fine);
  }
  for (const bad of [
    "login.wanhua.cn",
    "http://login.wanhua.cn",
    "https://a.cn/?x=1",
    "https://a.cn/#x",
    "https://me:secret@a.cn",
    "file:///etc/passwd",
    "",
  ]) {
    expect(usableIssuer(bad), bad).toBeNull();
  }
});

test("only the issuer's host and the named ones are asked, and never by plain http where the issuer is https", () => {
  const may = (address: string) => mayReach(address, "https://a.cn/x", ["keys.a.cn"]);
  expect(["https://a.cn/token", "https://keys.a.cn/jwks"].every(may)).toBe(true);
  for (const bad of [
    "https://b.cn/token",
    "https://a.cn.evil.cn/",
    "https://a.cn:8443/",
    "http://a.cn/token",
    "http://169.254.169.254/latest",
    "nonsense",
  ]) {
    expect(may(bad), bad).toBe(false);
  }
});

test("mail domains are compared whole", () => {
  expect(isDomainAllowed("li@WANHUA.cn", ["wanhua.cn"])).toBe(true);
  expect(isDomainAllowed("li@notwanhua.cn", ["wanhua.cn"])).toBe(false);
  expect(isDomainAllowed("li@wanhua.cn.evil.com", ["wanhua.cn"])).toBe(false);
  expect(isDomainAllowed("li@any.where", [])).toBe(true);
});

test("after signing in one lands on a page of ours, whatever was asked", () => {
  expect(safeReturnPath("/accounts?q=1")).toBe("/accounts?q=1");
  for (const bad of [
    "//evil.cn",
    "/\\evil.cn",
    "https://evil.cn",
    "javascript:x",
    "/\tx",
    "/sign-in",
    undefined,
  ]) {
    expect(safeReturnPath(bad)).toBe("/");
  }
});
