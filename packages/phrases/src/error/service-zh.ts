import type { serviceErrorCodes } from "@mainstay/contract/error/service-error-codes";

/** 服务与满意度里每一种拒绝的中文说法：申告、承诺、问卷、需求与公开页面。 */
export const serviceErrorWordsZh: Record<keyof typeof serviceErrorCodes, string> = {
  "public_link.invalid": "这个链接无效，或已被收回。请向给您链接的人重新索取。",
  "public_link.expired": "这个链接已经过期。请向给您链接的人重新索取。",
  "public_link.used": "这个链接已经用过，只能用一次。",
};
