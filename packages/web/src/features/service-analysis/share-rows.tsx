import type { Share } from "@mainstay/contract/service-analysis";
import { formatNumber } from "@mainstay/phrases/format/format-number";
import { Link } from "@tanstack/react-router";
import type { CaseSearch } from "../case/case-search.ts";
import { outcomesOf, type shareFigures } from "./use-figure-words.ts";

/** So many of so many, each number leading to the cases it counts. */
export const ShareRows = ({
  name,
  share,
  search,
}: {
  name: (typeof shareFigures)[number];
  share: Share;
  /** The list of cases narrowed to the group and the period. */
  search: CaseSearch;
}) => {
  const { hits, n } = outcomesOf[name];
  return (
    <span className="numeric">
      <Link to="/cases" search={{ ...search, outcome: hits }}>
        {formatNumber(share.hits)}
      </Link>
      {" / "}
      <Link to="/cases" search={{ ...search, ...(n && { outcome: n }) }}>
        {formatNumber(share.n)}
      </Link>
    </span>
  );
};
