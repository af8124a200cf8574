import type { RobotKind } from "./robot-kind.ts";

/** The one host of each kind of robot; nothing else is ever asked (facts § 3). */
export const robotHosts: Readonly<Record<RobotKind, string>> = {
  wecom: "qyapi.weixin.qq.com",
  dingtalk: "oapi.dingtalk.com",
  feishu: "open.feishu.cn",
  lark: "open.larksuite.com",
};

const hook = /^\/open-apis\/bot\/v2\/hook\/([A-Za-z0-9-]{8,100})$/;
const key = /^[A-Za-z0-9_-]{8,200}$/;

/**
 * Which robot an address belongs to and the address as it is kept, or null when it is none of ours: https, the exact host and
 * path, the key alone in the query, no port, no name and password.
 */
export const readRobotAddress = (text: string): { kind: RobotKind; url: string } | null => {
  if (!URL.canParse(text.trim())) return null;
  const url = new URL(text.trim());
  if (url.protocol !== "https:" || url.port !== "" || url.username || url.password) return null;
  const { hostname, pathname, searchParams } = url;
  const keyed = (kind: RobotKind, path: string, name: string) => {
    const value = searchParams.get(name) ?? "";
    if (pathname !== path || !key.test(value)) return null;
    return { kind, url: `https://${hostname}${path}?${name}=${value}` };
  };
  if (hostname === robotHosts.wecom) return keyed("wecom", "/cgi-bin/webhook/send", "key");
  if (hostname === robotHosts.dingtalk) return keyed("dingtalk", "/robot/send", "access_token");
  for (const kind of ["feishu", "lark"] as const) {
    if (hostname === robotHosts[kind] && hook.test(pathname)) {
      return { kind, url: `https://${hostname}${pathname}` };
    }
  }
  return null;
};

/** The end of an address, by which its owner knows it again and nobody can use it. */
export const addressHint = (url: string): string => url.slice(-4);
