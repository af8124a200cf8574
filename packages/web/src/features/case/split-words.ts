const longestTitle = 200;

/** The customer's words as title and description: the first line names it; one too long is cut at 200 and stands whole below. */
export const splitWords = (text: string): { title: string; description: string } => {
  const [first = "", ...rest] = text.trim().split("\n");
  const line = first.trim();
  if (line.length <= longestTitle) return { title: line, description: rest.join("\n").trim() };
  return { title: `${line.slice(0, longestTitle - 1)}…`, description: text.trim() };
};
