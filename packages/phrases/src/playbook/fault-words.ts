import type { PlaybookFault, PlaybookFaultCode } from "@mainstay/domain/playbook/playbook-faults";
import type { BothWords } from "@mainstay/domain/playbook/playbook-step";
import type { Locale } from "../locale.ts";

type Sentence = (steps: string) => string;

const words: Record<Locale, Record<PlaybookFaultCode, Sentence>> = {
  "zh-CN": {
    no_steps: () => "至少要有一个步骤。",
    too_many_steps: () => "步骤太多，最多 60 个。",
    bad_key: (steps) => `步骤代号只能用小写字母、数字和下划线，并以字母开头：${steps}。`,
    duplicate_key: (steps) => `步骤代号重复：${steps}。`,
    words_missing: (steps) => `名称、原因、完成标准都须有中文和英文：${steps}。`,
    unknown_step: (steps) => `所等待的步骤不存在：${steps}。`,
    cycle: (steps) => `步骤互相等待，谁也开始不了：${steps}。`,
    before_its_step: (steps) => `不能早于所等待的步骤完成之日：${steps}。`,
    offset_out_of_range: (steps) => `工作日数须为 −60 到 780 的整数：${steps}。`,
    repeat_out_of_range: (steps) => `重复须为每 1–260 个工作日、共 2–60 次：${steps}。`,
  },
  en: {
    no_steps: () => "At least one step is needed.",
    too_many_steps: () => "There are too many steps; 60 at most.",
    bad_key: (steps) =>
      `The name of a step takes small letters, digits and _, beginning with a letter: ${steps}.`,
    duplicate_key: (steps) => `The same name stands twice: ${steps}.`,
    words_missing: (steps) => `Title, why and done need Chinese and English: ${steps}.`,
    unknown_step: (steps) => `The step waited for does not exist: ${steps}.`,
    cycle: (steps) => `These steps wait for each other, so that none can begin: ${steps}.`,
    before_its_step: (steps) =>
      `A step cannot be due before the one it waits for is finished: ${steps}.`,
    offset_out_of_range: (steps) => `Workdays must be whole and between −60 and 780: ${steps}.`,
    repeat_out_of_range: (steps) =>
      `A repetition comes every 1 to 260 workdays, 2 to 60 times: ${steps}.`,
  },
};

/** A fault of a playbook as a sentence that names the steps as the reader knows them. */
export const tellPlaybookFault = (
  { code, steps }: PlaybookFault,
  all: readonly { readonly key: string; readonly title: BothWords }[],
  locale: Locale,
): string => {
  const isEnglish = locale === "en";
  const names = steps.map((key) => {
    const title = all.find((one) => one.key === key)?.title;
    const name = (isEnglish ? title?.en : title?.zh)?.trim() || key;
    return `“${name}”`;
  });
  const arrow = code === "cycle" ? " → " : isEnglish ? ", " : "、";
  return words[locale][code](names.join(arrow));
};
