import { createHmac } from "node:crypto";

/** 钉钉加签: key the secret, message `milliseconds\nsecret`; goes into the query. */
export const dingtalkSignature = (secret: string, timestampMs: number): string =>
  createHmac("sha256", secret).update(`${timestampMs}\n${secret}`).digest("base64");

/** 飞书签名校验: key `seconds\nsecret`, message empty; goes into the body. */
export const feishuSignature = (secret: string, timestampSeconds: number): string =>
  createHmac("sha256", `${timestampSeconds}\n${secret}`).update("").digest("base64");
