import type { CaseEventKind, CaseKind, CaseLevel } from "@mainstay/domain/case/case-kind";
import type { PublicCaseState } from "@mainstay/domain/public-case/public-case-state";
import type { UserRole } from "@mainstay/domain/user/user-role";
import type { Locale } from "../locale.ts";
import { publicCaseEn } from "./public-case-en.ts";

type Told = Partial<Record<CaseEventKind, string>>;

/** The words of the pages on which a customer files a case, follows it, and says whether it is solved. */
export interface PublicCaseWords {
  readonly kind: Readonly<Record<CaseKind, string>>;
  readonly kindHint: Readonly<Record<CaseKind, string>>;
  readonly level: Readonly<Record<CaseLevel, string>>;
  readonly levelHint: Readonly<Record<CaseLevel, string>>;
  readonly role: Readonly<Record<UserRole, string>>;
  readonly notice: string;
  readonly number: string;
  readonly filing: {
    readonly title: string;
    readonly lead: (handler: string) => string;
    readonly forAccount: (account: string) => string;
    readonly who: (initial: string) => string;
    readonly kind: string;
    readonly level: string;
    readonly words: string;
    readonly wordsHint: string;
    readonly wordsMissing: string;
    readonly contact: string;
    readonly contactHint: string;
    readonly contactFree: string;
    readonly contactMissing: string;
    readonly name: string;
    readonly phone: string;
    readonly email: string;
    readonly company: string;
    readonly photos: string;
    readonly photosHint: (most: number, mb: number) => string;
    readonly addPhoto: string;
    readonly removePhoto: (name: string) => string;
    readonly photoTooLarge: (name: string, mb: number) => string;
    readonly photoType: (name: string) => string;
    readonly photosFull: (most: number) => string;
    readonly send: string;
    readonly sending: string;
    readonly sendingPhoto: (at: number, of: number) => string;
    readonly sent: string;
    readonly sentNumber: (number: number) => string;
    readonly sentUnseen: string;
    readonly keepLink: string;
    readonly follow: string;
    readonly copy: string;
    readonly copied: string;
    readonly photosLost: string;
    readonly photosAgain: string;
    readonly another: string;
  };
  readonly tracking: {
    readonly title: string;
    readonly state: Readonly<Record<PublicCaseState, string>>;
    readonly stateWords: Readonly<Record<PublicCaseState, string>>;
    readonly merged: (number: number) => string;
    readonly replyBy: string;
    readonly replied: string;
    readonly solveBy: string;
    readonly solved: string;
    readonly opened: string;
    readonly first: string;
    readonly handler: string;
    readonly solution: string;
    readonly yourWords: string;
    readonly files: string;
    readonly timeline: string;
    readonly you: string;
    readonly we: string;
    readonly happened: Told;
    readonly pauseTitle: string;
    readonly pauseLead: string;
    readonly pauseUntil: (at: string) => string;
    readonly agree: string;
    readonly more: string;
    readonly moreLabel: string;
    readonly send: string;
    readonly sent: string;
    readonly refresh: string;
    readonly attach: string;
    readonly scoreGiven: (score: number) => string;
  };
  readonly confirming: {
    readonly title: string;
    readonly lead: string;
    readonly again: string;
    readonly solution: string;
    readonly score: string;
    readonly words: string;
    readonly wordsHint: string;
    readonly send: string;
    readonly sending: string;
    readonly scoreMissing: string;
    readonly lowNote: string;
    readonly notSolved: string;
    readonly notSolvedTitle: string;
    readonly notSolvedLead: string;
    readonly notSolvedWords: string;
    readonly notSolvedSend: string;
    readonly back: string;
    readonly thanks: string;
    readonly thanksClosed: string;
    readonly thanksLukewarm: string;
    readonly thanksReopened: string;
    readonly answered: (score: string | null, isResolved: boolean) => string;
    readonly youWrote: string;
    readonly closed: string;
    readonly closedWords: string;
    readonly working: string;
    readonly workingWords: string;
  };
}

export const publicCaseWords: Record<Locale, PublicCaseWords> = {
  "zh-CN": {
    kind: { complaint: "投诉", fault: "故障报修", request: "请求帮助", question: "咨询" },
    kindHint: {
      complaint: "对产品、服务或人员不满意",
      fault: "设备或系统不能正常使用",
      request: "需要我们做一件事",
      question: "有问题想问清楚",
    },
    level: { general: "一般", major: "比较急", urgent: "紧急" },
    levelHint: {
      general: "不影响正常使用",
      major: "影响使用，还能应付",
      urgent: "停产、停用，或涉及安全",
    },
    role: {
      manager: "客户经理",
      director: "总监",
      sponsor: "高层",
      service: "服务工程师",
      analyst: "分析",
      compliance: "合规",
      admin: "管理员",
    },
    notice: "个人信息处理告知书",
    number: "编号",
    filing: {
      title: "提交申告",
      lead: (handler) => `${handler}收到后会尽快答复您，处理进度随时可查。`,
      forAccount: (account) => `客户：${account}`,
      who: (initial) => `${initial}＊＊，您好`,
      kind: "属于哪一种",
      level: "有多急",
      words: "请说明情况",
      wordsHint: "发生了什么、什么时候、在哪里，希望我们怎么做。",
      wordsMissing: "请写下发生了什么。",
      contact: "怎么联系您",
      contactHint: "电话和邮箱至少填一个。",
      contactFree: "可不填；填了我们能更快找到您。",
      contactMissing: "请填写称呼，以及电话或邮箱。",
      name: "称呼",
      phone: "电话",
      email: "邮箱",
      company: "单位",
      photos: "照片或文件",
      photosHint: (most, mb) => `可不传；最多 ${most} 个，每个不超过 ${mb} MB。`,
      addPhoto: "添加照片或文件",
      removePhoto: (name) => `移除 ${name}`,
      photoTooLarge: (name, mb) => `“${name}”超过 ${mb} MB，没有添加。`,
      photoType: (name) => `“${name}”不是图片或 PDF，没有添加。`,
      photosFull: (most) => `最多 ${most} 个。`,
      send: "提交",
      sending: "正在提交…",
      sendingPhoto: (at, of) => `正在上传第 ${at} 个文件，共 ${of} 个…`,
      sent: "已收到",
      sentNumber: (number) => `您的申告编号是 ${number}。`,
      sentUnseen: "我们会先看一下内容，再给您编号。",
      keepLink: "请保存下面的链接，随时查看处理进度、补充说明：",
      follow: "查看进度",
      copy: "复制链接",
      copied: "已复制",
      photosLost: "有文件没有传上去，申告本身已经收到。",
      photosAgain: "重新上传",
      another: "再提交一个",
    },
    tracking: {
      title: "处理进度",
      state: {
        received: "已收到",
        not_a_case: "已答复",
        open: "处理中",
        paused: "已约定暂停",
        solved: "已解决，等您确认",
        closed: "已关闭",
        merged: "已并入另一个申告",
      },
      stateWords: {
        received: "我们已经收到，正在安排人员查看。",
        not_a_case: "这件事已经用其他方式答复您。",
        open: "我们正在处理。",
        paused: "按与您的约定暂停，到期后继续处理。",
        solved:
          "我们认为已经解决，是否解决由您说了算。请打开我们发给您的确认链接；没有收到时，请在下面写给我们。",
        closed: "您已确认，感谢您的反馈。",
        merged: "同一件事在另一个编号下继续处理。",
      },
      merged: (number) => `编号 ${number}`,
      replyBy: "最晚答复",
      replied: "已答复",
      solveBy: "最晚解决",
      solved: "解决于",
      opened: "提交于",
      first: "首问责任人",
      handler: "现由谁处理",
      solution: "处理结果",
      yourWords: "您写的",
      files: "您上传的文件",
      timeline: "经过",
      you: "您",
      we: "我们",
      happened: {
        opened: "收到申告",
        replied: "答复",
        feedback: "反馈进展",
        customer_wrote: "补充说明",
        paused: "按约定暂停",
        resumed: "继续处理",
        solved: "提交处理结果",
        confirmed: "确认已解决",
        dissatisfied: "表示还没有解决",
        reopened: "重新处理",
        closed: "关闭",
        attached: "添加了文件",
        transfer_accepted: "换人处理",
        assigned: "安排了处理人",
        marked_duplicate: "并入另一个申告",
      },
      pauseTitle: "请您同意暂停",
      pauseLead: "我们希望暂停处理的时限。没有您的同意，时限照常计算。",
      pauseUntil: (at) => `暂停到 ${at}`,
      agree: "同意暂停",
      more: "补充说明",
      moreLabel: "还有什么要告诉我们",
      send: "发送",
      sent: "已发送。",
      refresh: "刷新",
      attach: "添加照片或文件",
      scoreGiven: (score) => `您打了 ${score} 分`,
    },
    confirming: {
      title: "问题解决了吗？",
      lead: "是否解决，由您说了算。",
      again: "上次您说没有解决，我们重新处理了。",
      solution: "我们的处理结果",
      score: "您对这次处理满意吗？",
      words: "想说的话（可不填）",
      wordsHint: "好的、不好的都可以写。",
      send: "提交",
      sending: "正在提交…",
      scoreMissing: "请先选择满意程度，或点“还没有解决”。",
      lowNote: "提交后，我们会重新处理。",
      notSolved: "还没有解决",
      notSolvedTitle: "还没有解决",
      notSolvedLead: "我们会重新处理，时限从现在起重新计算。",
      notSolvedWords: "哪里还没有解决（可不填）",
      notSolvedSend: "请重新处理",
      back: "返回",
      thanks: "谢谢您",
      thanksClosed: "申告已按您的意见关闭。",
      thanksLukewarm: "申告已关闭。您觉得一般，我们会跟进改进。",
      thanksReopened: "我们已重新开始处理，会尽快与您联系。",
      answered: (score, isResolved) =>
        isResolved ? `您的评价：${score ?? ""}` : "您的答复：还没有解决",
      youWrote: "您写的",
      closed: "已经确认过了",
      closedWords: "这件事您已经通过其他方式确认，谢谢。",
      working: "我们正在重新处理",
      workingWords: "处理好以后，会再请您确认。",
    },
  },
  en: publicCaseEn,
};
