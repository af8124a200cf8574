import { expect, test } from "vitest";
import { composeSurveyMail, mailLocaleOf, type SurveyMail } from "./compose-survey-mail.ts";

const mail: SurveyMail = {
  locale: "zh-CN",
  isReminder: false,
  personName: "<b>赵总</b>",
  sender: "万华服务组",
  title: { zh: "季度合作满意度", en: "Quarterly survey" },
  introduction: { zh: "请用两分钟。" },
  isAnonymous: false,
  closesOn: "2026-12-16",
  url: "https://care.example.test/s/#t.secret",
};

test("the mail leads to the survey and to the way out, its secret behind # in both", () => {
  const { subject, text, html, headers } = composeSurveyMail(mail);
  expect(subject).toBe("万华服务组：季度合作满意度");
  expect(text).toContain("https://care.example.test/s/#t.secret");
  expect(headers["List-Unsubscribe"]).toBe("<https://care.example.test/s/?stop#t.secret>");
  expect(html).toContain("&lt;b&gt;赵总&lt;/b&gt;");
  expect(html).not.toContain("<b>赵总");
});

test("it is written in the reader's language, and words of the other stand in for missing ones", () => {
  const { subject, text } = composeSurveyMail({ ...mail, locale: "en", isReminder: true });
  expect(subject).toBe("Reminder · 万华服务组: Quarterly survey");
  expect(text).toContain("Open until 2026-12-16");
  expect(text).toContain("请用两分钟。");
});

test("only an anonymous survey promises that nobody knows who said what", () => {
  expect(composeSurveyMail(mail).text).not.toContain("匿名");
  expect(composeSurveyMail({ ...mail, isAnonymous: true }).text).toContain("匿名");
});

test("the account's country decides the language, else the workspace's", () => {
  expect(mailLocaleOf("中国", "en")).toBe("zh-CN");
  expect(mailLocaleOf(" Hong Kong ", "en")).toBe("zh-CN");
  expect(mailLocaleOf("Germany", "zh-CN")).toBe("en");
  expect(mailLocaleOf(null, "zh-CN")).toBe("zh-CN");
  expect(mailLocaleOf(" ", "en")).toBe("en");
});
