import { decisionChains } from "@mainstay/contract/decision-chain";
import { projects } from "@mainstay/contract/project";
import { relationships } from "@mainstay/contract/relationship";
import { relationshipMaps } from "@mainstay/contract/relationship-map";

/** What is asked for again after a change in the chain. */
export const staleAfterChainChange = [
  decisionChains.get,
  decisionChains.standing,
  projects.list,
  ...Object.values(relationships).filter(({ method }) => method === "GET"),
  ...Object.values(relationshipMaps).filter(({ method }) => method === "GET"),
];
