import { personLists } from "@mainstay/contract/person-list";
import { personMerges } from "@mainstay/contract/person-merge";
import { expect, test } from "vitest";
import { addTo, personBench } from "./person-test-bench.ts";

test("likely duplicates are hinted while typing and listed with the reason", async () => {
  const { director, accounts } = await personBench();
  const kept = (await addTo(director, accounts.here, { name: "钱重复", title: "经理" })).personId;
  const other = { name: "钱 重复", workPhone: "13800011000" };
  const gone = (await addTo(director, accounts.there, other)).personId;
  const typed = await director(personLists.duplicates, {
    query: {
      accountId: accounts.here,
      name: "钱重复",
      workPhone: "138-0001-1000",
    },
  });
  const found = typed.body.items.find(({ id }: { id: string }) => id === gone);
  expect(found).toMatchObject({ because: ["same_name", "same_phone"], isHere: false });
  const twin = await addTo(director, accounts.here, { name: "钱重复" });
  const { body } = await director(personMerges.suggestions, { query: { limit: 100 } });
  const pair = body.items.find(
    (found: { one: { id: string }; other: { id: string } }) =>
      [found.one.id, found.other.id].sort().join() === [kept, twin.personId].sort().join(),
  );
  expect(pair).toMatchObject({ because: ["same_name"] });
});
