import type { Locale } from "../locale.ts";

/** What the page says on which somebody answers a survey. */
export interface SurveyPageWords {
  readonly title: string;
  readonly progress: (answered: number, of: number) => string;
  readonly required: string;
  readonly missing: string;
  readonly missingSome: (count: number) => string;
  readonly chooseMany: string;
  readonly clear: string;
  readonly count: (length: number, most: number) => string;
  readonly ends: Readonly<Record<"nps" | "csat" | "ces", readonly [low: string, high: string]>>;
  readonly closes: (on: string) => string;
  readonly anonymous: string;
  readonly anonymousWords: readonly string[];
  readonly walkIn: string;
  readonly notice: string;
  readonly onDevice: string;
  readonly saving: string;
  readonly saved: string;
  readonly unsaved: string;
  readonly handIn: string;
  readonly handInAnew: string;
  readonly handingIn: string;
  readonly answered: string;
  readonly answeredWords: (on: string) => string;
  readonly declinedBefore: string;
  readonly thanks: string;
  readonly thanksMayChange: (on: string) => string;
  readonly thanksFinal: string;
  readonly change: string;
  readonly final: string;
  readonly finalWords: string;
  readonly closed: string;
  readonly full: string;
  readonly noQuestions: string;
  readonly decline: string;
  readonly declined: string;
  readonly declinedWords: string;
  readonly answerAfterAll: string;
  readonly optOut: string;
  readonly optOutSure: string;
  readonly optOutYes: string;
  readonly back: string;
  readonly optedOut: string;
  readonly optedOutWords: string;
  readonly leaveEmpty: string;
}

export const surveyPageWords: Record<Locale, SurveyPageWords> = {
  "zh-CN": {
    title: "满意度调查",
    progress: (answered, of) => `已答 ${answered} / ${of} 题`,
    required: "必答",
    missing: "这一题必答，请作答。",
    missingSome: (count) => `还有 ${count} 道必答题没有回答。`,
    chooseMany: "可多选",
    clear: "清除",
    count: (length, most) => `${length} / ${most} 字`,
    ends: {
      nps: ["0 完全不可能", "10 极有可能"],
      csat: ["1 很不满意", "5 很满意"],
      ces: ["1 非常费力", "7 非常轻松"],
    },
    closes: (on) => `请在 ${on} 前提交。`,
    anonymous: "匿名调查",
    anonymousWords: [
      "回答里不保存您的姓名、邀请链接、提交时刻和网络地址，只有内容和日期；邀请名单上只记下“已回答”。",
      "贵公司和客户类别只在同时邀请五人以上时才随回答保存。",
      "不足五份的结果不会显示；匿名回答提交后不能更改。",
      "如果您在文字里写到自己是谁，我们会照原文读到。",
    ],
    walkIn: "这个链接对所有人开放，我们不知道您是谁。",
    notice: "个人信息处理告知书",
    onDevice: "提交前，您的回答只保存在这台设备上。",
    saving: "正在保存…",
    saved: "已保存，可以随时回来继续。",
    unsaved: "暂时连不上，回答保存在这台设备上，联网后自动保存。",
    handIn: "提交",
    handInAnew: "提交修改",
    handingIn: "正在提交…",
    answered: "您已经提交过这份问卷",
    answeredWords: (on) => `截止前（${on}）您可以在这里修改，以最后一次提交为准。`,
    declinedBefore: "您之前选择了这次不参与。如果改变主意，仍然可以回答。",
    thanks: "谢谢您的回答",
    thanksMayChange: (on) => `截止前（${on}）您可以用同一个链接修改，以最后一次提交为准。`,
    thanksFinal: "您的回答已经收到，不会再更改。现在可以关闭这个页面。",
    change: "修改我的回答",
    final: "您的回答已经收到",
    finalWords: "匿名回答提交后不能查看或更改，因为我们不保存它是由哪个链接提交的。",
    closed: "本轮调查已经截止",
    full: "这个链接不再接收回答",
    noQuestions: "这份问卷没有需要您回答的题目。谢谢您打开它。",
    decline: "这次不参与",
    declined: "好的，这次不再打扰您",
    declinedWords: "不会再发提醒，已填的内容也已删除。改变主意时，用同一个链接仍可回答。",
    answerAfterAll: "我还是想回答",
    optOut: "以后不再邀请我参加调查",
    optOutSure: "以后所有调查都不再邀请您。确定吗？",
    optOutYes: "确定，不再邀请",
    back: "返回",
    optedOut: "已为您登记",
    optedOutWords: "以后的调查不会再邀请您。如需恢复，请告诉您的客户经理。",
    leaveEmpty: "请留空",
  },
  en: {
    title: "Survey",
    progress: (answered, of) => `${answered} of ${of} questions answered`,
    required: "required",
    missing: "This question is required; please answer it.",
    missingSome: (count) =>
      count === 1
        ? "One required question is not answered yet."
        : `${count} required questions are not answered yet.`,
    chooseMany: "choose any number",
    clear: "Clear",
    count: (length, most) => `${length} of ${most} characters`,
    ends: {
      nps: ["0 not at all likely", "10 extremely likely"],
      csat: ["1 very dissatisfied", "5 very satisfied"],
      ces: ["1 very hard", "7 very easy"],
    },
    closes: (on) => `Please answer by ${on}.`,
    anonymous: "Anonymous survey",
    anonymousWords: [
      "With your answers we keep no name, no invitation, no time of day and no network address: only the day. The list of people asked notes that you answered, not what.",
      "Your company and its category are kept with them only where five or more people of it are asked.",
      "Results of fewer than five answers are never shown. An anonymous answer cannot be changed once it is sent.",
      "If you say in your own words who you are, we read that as you wrote it.",
    ],
    walkIn: "This link is open to everybody; we do not know who you are.",
    notice: "Privacy notice",
    onDevice: "Until you send them, your answers stay on this device.",
    saving: "Saving…",
    saved: "Saved. You can come back and go on at any time.",
    unsaved: "No connection just now. Your answers are on this device and will be saved later.",
    handIn: "Send",
    handInAnew: "Send the changes",
    handingIn: "Sending…",
    answered: "You have answered this survey",
    answeredWords: (on) => `You may change your answers here until ${on}; the last ones count.`,
    declinedBefore:
      "You chose not to take part this time. If you think better of it, you still can.",
    thanks: "Thank you for your answers",
    thanksMayChange: (on) =>
      `You may change them by the same link until ${on}; the last ones count.`,
    thanksFinal: "Your answers have been received and are final. You can close this page.",
    change: "Change my answers",
    final: "Your answers have been received",
    finalWords:
      "An anonymous answer cannot be seen or changed again, because we do not keep which link it came by.",
    closed: "This round is closed",
    full: "This link takes no more answers",
    noQuestions: "There is nothing in this survey to ask you. Thank you for looking in.",
    decline: "Not this time",
    declined: "All right, not this time",
    declinedWords:
      "No reminder will come, and what you had filled in is deleted. The same link works should you think better of it.",
    answerAfterAll: "I would like to answer after all",
    optOut: "Do not ask me in surveys any more",
    optOutSure: "You will not be asked in any survey again. Are you sure?",
    optOutYes: "Yes, do not ask me again",
    back: "Back",
    optedOut: "Noted",
    optedOutWords:
      "You will not be asked in surveys any more. Your account manager can undo this if you wish.",
    leaveEmpty: "Please leave empty",
  },
};
