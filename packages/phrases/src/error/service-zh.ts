import type { serviceErrorCodes } from "@mainstay/contract/error/service-error-codes";

/** 服务与满意度里每一种拒绝的中文说法：申告、承诺、问卷、需求与公开页面。 */
export const serviceErrorWordsZh: Record<keyof typeof serviceErrorCodes, string> = {
  "need.not_found": "没有这条需求，或您无权查看。",
  "need.not_allowed_now": "以这条需求目前的状态，不能这样处理。",
  "need.already_explicit": "显性需求不能再改回隐性。",
  "need.origin_not_found": "该客户没有这条来源记录，或您无权查看。",
  "need.step_not_allowed": "需求不能这样推进：请逐步推进，或退回先前的状态。",
  "need.day_in_future": "日期不能晚于今天（{today}）。",
  "need.step_before_last": "日期不能早于进入当前状态的日期（{since}）。",
  "public_link.invalid": "这个链接无效，或已被收回。请向给您链接的人重新索取。",
  "public_link.expired": "这个链接已经过期。请向给您链接的人重新索取。",
  "public_link.used": "这个链接已经用过，只能用一次。",
};
