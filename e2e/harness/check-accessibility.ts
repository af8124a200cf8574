import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright";

const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** What axe finds against WCAG 2.2 AA on the page as it stands, one line a finding; empty is clean. */
export const findBarriers = async (page: Page): Promise<string[]> => {
  // Text that is still fading in has not its true contrast yet.
  await page.evaluate(() =>
    Promise.race([
      Promise.allSettled(document.getAnimations().map((animation) => animation.finished)),
      new Promise((done) => setTimeout(done, 600)),
    ]),
  );
  const found = await new AxeBuilder({ page }).withTags(rules).analyze();
  return found.violations.flatMap((violation) =>
    violation.nodes.map(
      (node) =>
        `${violation.id}: ${node.target.join(" ")} — ${node.failureSummary?.split("\n").slice(1, 2).join("").trim()}`,
    ),
  );
};
