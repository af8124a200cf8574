/** The customer's world, one dated and sourced answer a topic (capabilities A1). */
export const profileTopics = [
  "business_model",
  "network_and_it",
  "our_products_in_use",
  "rival_products_in_use",
  "innovation_goals",
  "decision_process",
  "procurement_process",
  "latent_needs",
  "funds_and_reputation",
] as const;
export type ProfileTopic = (typeof profileTopics)[number];
