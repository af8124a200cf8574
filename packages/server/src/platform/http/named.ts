/** A record as others name it on the wire; null when there is none, or its name is out of this reader's sight. */
export const named = (
  id: string | null | undefined,
  name: string | null | undefined,
): { id: string; name: string } | null => (id != null && name != null ? { id, name } : null);
