import type { Dossier } from "@mainstay/contract/fact";
import { isPermitted } from "@mainstay/domain/access/permission";
import {
  dossierCompleteness,
  type FactPrompt,
  questionsForNextVisit,
} from "@mainstay/domain/fact/ask-next-visit";
import { factRules } from "@mainstay/domain/fact/fact-kind";
import { sql } from "kysely";
import type { Context } from "../platform/access/context.ts";
import type { Db } from "../platform/db/database-handles.ts";
import { presentCatalogue } from "./fact-catalogue.ts";
import { findAssessments, getPersonState } from "./fact-papers.ts";
import { listFactsOfPerson } from "./fact-queries.ts";

/** The dossier of a person as far as the actor sees it, with what to ask next and how far it has come. */
export const readDossier = (context: Context, personId: string): Promise<Dossier> =>
  context.read(async (db) => {
    const { tenantId, actor, today } = context;
    const { name, ...person } = await getPersonState(db, tenantId, personId);
    const facts = await listFactsOfPerson(db, actor, personId, today);
    const { factClasses } = actor;
    const mayAsk = isPermitted(actor, "fact.edit") && !person.isRestricted && !person.isPlaceholder;
    const seesPersonal = factClasses.includes("P");
    const { hasObjectedToProfiling } = person;
    const prompts = seesPersonal ? await listPrompts(db, tenantId, personId) : [];
    const held = facts.map(({ kind }) => kind);
    return {
      personId,
      personName: name,
      today,
      ...person,
      classes: [...factClasses],
      facts,
      kinds: presentCatalogue(await findAssessments(db, tenantId)).filter(({ kind }) =>
        factClasses.includes(factRules[kind].class),
      ),
      questions: mayAsk
        ? questionsForNextVisit(held, prompts, { today, hasObjectedToProfiling })
        : [],
      prompts: [...prompts],
      completeness:
        seesPersonal && !person.isRestricted && !person.isPlaceholder
          ? dossierCompleteness(held, prompts, hasObjectedToProfiling)
          : null,
      can: { enter: mayAsk, export: isPermitted(actor, "fact.export") },
    };
  });

const listPrompts = async (db: Db, tenantId: string, personId: string): Promise<FactPrompt[]> => {
  const { rows } = await sql<FactPrompt>`
    select kind, state, put_off_until as "putOffUntil" from fact_prompt
    where tenant_id = ${tenantId}::uuid and person_id = ${personId}::uuid order by kind`.execute(
    db,
  );
  return rows;
};
