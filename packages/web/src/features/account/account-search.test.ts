import { describe, expect, it } from "vitest";
import {
  columnsOf,
  defaultColumns,
  filterOf,
  isFiltered,
  readAccountSearch,
  toggled,
} from "./account-search.ts";

describe("the address of the accounts", () => {
  it("keeps what it knows and drops the rest", () => {
    expect(
      readAccountSearch({
        q: "万华",
        level: "act,lost,gone",
        segment: "none",
        manager: "'; drop table",
        sort: "price",
        view: "matrix",
        signal: "yes",
        other: "1",
      }),
    ).toEqual({
      q: "万华",
      level: ["act", "lost"],
      segment: ["none"],
      view: "matrix",
      signal: "yes",
    });
  });

  it("asks the server with its own names", () => {
    expect(filterOf({ manager: "me", signal: "yes" })).toMatchObject({
      managerUserId: "me",
      hasSignal: "true",
      hasProposal: undefined,
    });
  });

  it("order, columns and view are no filter", () => {
    expect(isFiltered({ sort: "name", columns: ["clv"], view: "matrix" })).toBe(false);
    expect(isFiltered({ q: "a" })).toBe(true);
  });

  it("shows the name first whatever is chosen", () => {
    expect(columnsOf({ columns: ["clv", "name"] })).toEqual(["name", "clv"]);
    expect(columnsOf({})).toEqual(defaultColumns);
  });

  it("an emptied list leaves the address", () => {
    expect(toggled(["act"], "act")).toBeUndefined();
    expect(toggled(undefined, "act")).toEqual(["act"]);
  });
});
