import { officialWorkdays } from "../calendar/official-workdays.ts";
import type { QuickLogReading, QuickLogWorld } from "./quick-log-reading.ts";

const someone = (id: string, name: string, pinyin: string, title: string | null) => ({
  id,
  name,
  pinyin,
  title,
});

/** For tests: Wednesday 18 November 2026, three accounts, and names that leave a choice. */
export const readingWorld: QuickLogWorld = {
  today: "2026-11-18",
  differentDays: [2025, 2026].flatMap(officialWorkdays),
  accounts: [
    {
      id: "wanhua",
      name: "万华化学集团股份有限公司",
      shortName: "万华化学",
      pinyin: "wan hua hua xue ji tuan gu fen you xian gong si",
      people: [
        someone("zw", "张伟", "zhang wei", "总经理"),
        someone("lm", "李明", "li ming", "采购主任"),
        someone("ln", "李娜", "li na", "工程师"),
        someone("wq", "王强", "wang qiang", "技术总监"),
      ],
    },
    {
      id: "bj",
      name: "北京恒通机械有限公司",
      shortName: null,
      pinyin: "bei jing heng tong ji xie you xian gong si",
      people: [
        someone("wf", "王芳", "wang fang", "经理"),
        someone("zq", "赵强", "zhao qiang", null),
      ],
    },
    {
      id: "acme",
      name: "Acme Industries Ltd",
      shortName: "Acme",
      pinyin: "acme industries ltd",
      people: [
        someone("js", "John Smith", "john smith", "Director"),
        someone("an", "欧阳娜", "ou yang na", null),
      ],
    },
  ],
};

const orDash = (text: string | undefined): string => (text ? text : "-");
const shortDay = (day: string | undefined): string => orDash(day?.replace(/^2026-/, ""));

/** For tests: a reading in one line, `sort | account | people | day | kind | answered | topic | mood | next steps`. */
export const writeReading = (reading: QuickLogReading): string =>
  [
    reading.sort,
    orDash(reading.account?.ids.join("/")),
    orDash(reading.people.map(({ words, ids }) => `${words}=${ids.join("/") || "?"}`).join(" + ")),
    shortDay(reading.occurredOn?.value),
    orDash(reading.kind?.value),
    reading.isTwoWay ? "unanswered" : "-",
    orDash(reading.topic?.value),
    orDash(reading.mood?.value),
    orDash(
      reading.nextSteps
        .map(
          ({ title, dueOn }) =>
            `${title}@${shortDay(dueOn ?? undefined).replace("-", dueOn ? "-" : "?")}`,
        )
        .join(" + "),
    ),
  ].join(" | ");
