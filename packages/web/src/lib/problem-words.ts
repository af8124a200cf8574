import { useTranslation } from "react-i18next";
import { isProblem } from "./problem.ts";

/** What happened and what to do, in the reader's language; the server's own words where it gave some. */
export const useProblemWords = (error: unknown): string => {
  const { t } = useTranslation();
  if (!isProblem(error)) return t("state.pageBroke");
  if (error.code === "network.unreachable") return t("state.unreachable");
  if (error.words !== "") return error.words;
  return t("state.serverBroke");
};
