import { expect, test } from "vitest";
import { readingWorld, writeReading } from "./reading-table.ts";
import { readQuickLog } from "./read-quick-log.ts";

// Line | sort | account | people | day (2026 unless said) | kind | answered | topic | mood | next steps @ due. A dash says: not read.
const table = `
Met Director Smith yesterday about pricing, he was worried, will send the proposal next Wednesday and call back in 3 days | contact | acme | Director Smith=js | 11-17 | visit | - | pricing | worried | send the proposal@11-25 + call back@11-21
Called Mr Wang, left a voicemail | contact | wanhua/bj | Mr Wang=wq/wf | - | call | unanswered | - | - | -
Lunch with Wang Qiang on Monday; by Friday send quote | contact | wanhua | Wang Qiang=wq | 11-16 | meal | - | - | - | send quote@11-20
visit Acme next Tuesday | plan | acme | - | 11-24 | visit | - | - | - | -
Visited Acme last Wednesday and discussed the renewal | contact | acme | - | 11-11 | visit | - | renewal | - | -
Had dinner with John Smith on Nov 5, very happy with quality | contact | acme | John Smith=js | 11-05 | meal | - | quality | pleased | -
Coffee with Zhang Wei 3 days ago | contact | wanhua | Zhang Wei=zw | 11-15 | meal | - | - | - | -
Emailed Wang Fang two weeks ago, no reply | contact | bj | Wang Fang=wf | 11-04 | message | unanswered | - | - | -
Meeting with Acme today about delivery dates | contact | acme | - | 11-18 | meeting | - | delivery dates | - | -
Review with Wanhua yesterday, they complained about defects, send report by Friday | contact | wanhua | - | 11-17 | meeting | - | defects | upset | send report@11-20
Spoke with Manager Wang this morning, payment terms | contact | bj | Manager Wang=wf | 11-18 | call | - | payment terms | - | -
Trade show on 5 Nov, saw Li Na | contact | wanhua | Li Na=ln | 11-05 | event | - | - | - | -
Executive meeting with Zhang Wei last Thursday | contact | wanhua | Zhang Wei=zw | 11-12 | executive_meeting | - | - | - | -
Call Zhang Wei tomorrow | plan | wanhua | Zhang Wei=zw | 11-19 | call | - | - | - | -
Dinner with John Smith next Friday | plan | acme | John Smith=js | 11-27 | meal | - | - | - | -
Send samples to Li Ming by end of month | steps | wanhua | Li Ming=lm | - | - | - | samples | - | Send samples to Li Ming@11-30
Send the contract to Acme in 5 working days | steps | acme | - | - | - | - | contract | - | Send the contract to Acme@11-25
follow up with Acme next week | steps | acme | - | - | - | - | - | - | follow up with Acme@11-27
Visited Wanhua on Monday. Will call back in 3 days. Send quote by end of the month. | contact | wanhua | - | 11-16 | visit | - | - | - | call back@11-21 + Send quote@11-30
Called Li Ming, no answer | contact | wanhua | Li Ming=lm | - | call | unanswered | - | - | -
Called Li Ming, he didn't pick up | contact | wanhua | Li Ming=lm | - | call | unanswered | - | - | -
Texted Wang Fang, hasn't replied | contact | bj | Wang Fang=wf | - | message | unanswered | - | - | -
Met with John Smith the day before yesterday, not happy about lead times | contact | acme | John Smith=js | 11-16 | visit | - | lead times | upset | -
Met John Smith, he was not worried about price | contact | acme | John Smith=js | - | visit | - | price | - | -
Met John Smith, first worried about price, in the end happy | contact | acme | John Smith=js | - | visit | - | price | pleased | -
Visited Acme on November 5th, 2026 | contact | acme | - | 11-05 | visit | - | - | - | -
Visited Acme on the 5th | contact | acme | - | 11-05 | visit | - | - | - | -
Meeting at Acme on Friday | contact | acme | - | 11-13 | meeting | - | - | - | -
Meeting with Acme will be on Friday | plan | acme | - | 11-20 | meeting | - | - | - | -
Plan to visit Wanhua on Friday | plan | wanhua | - | 11-20 | visit | - | - | - | -
visit Mr Zhao next Monday | plan | bj | Mr Zhao=zq | 11-23 | visit | - | - | - | -
Visited Wanhua last week | contact | wanhua | - | 11-13 | visit | - | - | - | -
Visited Wanhua yesterday, they will pay next month | contact | wanhua | - | 11-17 | visit | - | - | - | -
Visited Wanhua yesterday, he will order in December | contact | wanhua | - | 11-17 | visit | - | order | - | -
Visited Wanhua yesterday, we'll send drawings tomorrow | contact | wanhua | - | 11-17 | visit | - | - | - | send drawings@11-19
Visited Wanhua yesterday and will send drawings tomorrow | contact | wanhua | - | 11-17 | visit | - | - | - | send drawings@11-19
Visited Wanhua yesterday, need to prepare samples | contact | wanhua | - | 11-17 | visit | - | - | - | prepare samples@?
Phoned Acme today regarding invoices, John was upset | contact | acme | - | 11-18 | call | - | invoices | upset | -
Met Engineer Li on site today, trial was fine | contact | wanhua | Engineer Li=ln | 11-18 | visit | - | trial | - | -
Met Director Li today | contact | wanhua | Director Li=lm | 11-18 | visit | - | - | - | -
Met Mr Zhao at Beijing Hengtong today | contact | bj | Mr Zhao=zq | 11-18 | visit | - | - | - | -
Wrote to John Smith today; follow up in two weeks | contact | acme | John Smith=js | 11-18 | message | - | - | - | follow up@12-02
Wanhua workshop today: new products; next step: send specs by Nov 30 | contact | wanhua | - | 11-18 | meeting | - | new products | - | send specs@11-30
Drinks with Ou Yang Na last night | contact | acme | Ou Yang Na=an | 11-17 | meal | - | - | - | -
saw Nana Ouyang yesterday | contact | - | - | 11-17 | visit | - | - | - | -
Customer visited us on Tuesday | contact | - | - | 11-17 | visit | - | - | - | -
Video call with Acme today, budget | contact | acme | - | 11-18 | meeting | - | budget | - | -
Message from Li Ming today: competitors offer discounts | contact | wanhua | Li Ming=lm | 11-18 | message | - | competitors, discounts | - | -
Lunch today with Mr Smith, positive about expansion | contact | acme | Mr Smith=js | 11-18 | meal | - | expansion | pleased | -
Visited Acme this morning, John furious about shipping | contact | acme | - | 11-18 | visit | - | shipping | upset | -
Visited Acme 3 weeks ago | contact | acme | - | 10-28 | visit | - | - | - | -
Visit Acme after the holidays | plan | acme | - | 2027-01-04 | visit | - | - | - | -
Call John Smith the day after tomorrow | plan | acme | John Smith=js | 11-20 | call | - | - | - | -
Met Manager Chen today | contact | - | Manager Chen=? | 11-18 | visit | - | - | - | -
Met manager at Acme today | contact | acme | - | 11-18 | visit | - | - | - | -
Left a message for Wang Fang | contact | bj | Wang Fang=wf | - | message | unanswered | - | - | -
今天 call 了 John Smith，他 worried about delivery，next Wednesday 给方案 | contact | acme | John Smith=js | 11-18 | call | - | delivery | worried | 给方案@11-25
Met 张总 yesterday, 下周三给方案 | contact | wanhua | 张总=zw | 11-17 | visit | - | - | - | 给方案@11-25
Zhang Wei lunch | contact | wanhua | Zhang Wei=zw | - | meal | - | - | - | -
note | contact | - | - | - | - | - | - | - | -
last Wednesday | contact | - | - | 11-11 | - | - | - | - | -
next Wednesday | plan | - | - | 11-25 | - | - | - | - | -
`;

const rows = table
  .trim()
  .split("\n")
  .map((row) => {
    const [line = "", ...said] = row.split(" | ");
    return { line, said: said.join(" | ") };
  });

test.for(rows)("$line", ({ line, said }) => {
  expect(writeReading(readQuickLog(line, readingWorld))).toBe(said);
});

test("the table of English lines is whole", () => {
  expect(rows.length).toBeGreaterThanOrEqual(62);
});
