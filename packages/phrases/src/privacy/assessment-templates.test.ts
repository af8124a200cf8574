import { factKinds, factRules } from "@mainstay/domain/fact/fact-kind";
import { unansweredParts } from "@mainstay/domain/privacy/impact-assessment";
import { expect, test } from "vitest";
import { locales } from "../locale.ts";
import { assessmentTemplates } from "./assessment-templates.ts";

test("every sensitive kind has a template in both languages, and no template leaves a part open", () => {
  const sensitive = factKinds.filter((kind) => factRules[kind].class === "S");
  for (const locale of locales) {
    const templates = assessmentTemplates[locale];
    const covered = templates.flatMap(({ covers }) => covers);
    for (const kind of sensitive) expect(covered).toContain(kind);
    for (const template of templates) expect(unansweredParts(template)).toEqual([]);
  }
});
