/** Which dialog stands open over the map, and about whom. */
export type MapDialog =
  | { readonly kind: "card"; readonly personId: string }
  | { readonly kind: "superior"; readonly personId: string }
  | { readonly kind: "add"; readonly belowPersonId: string | null }
  | { readonly kind: "name"; readonly personId: string }
  | { readonly kind: "tie"; readonly fromPersonId: string; readonly toPersonId: string | null }
  | { readonly kind: "changeTie"; readonly tieId: string }
  | { readonly kind: "suggest" }
  | { readonly kind: "keys" };
