import { App, Button } from "antd";
import { useTranslation } from "react-i18next";
import { useProblemWords } from "./problem-words.ts";
import { isProblem } from "./problem.ts";

/** Small words at the edge of the screen: what was done, with a way back where there is one; or what went wrong. */
export const useNotice = () => {
  const { message } = App.useApp();
  const { t } = useTranslation();
  const unreadable = useProblemWords(null);
  return {
    done: (words: string, undo?: () => void) => {
      const key = crypto.randomUUID();
      void message.open({
        key,
        type: "success",
        duration: undo ? 8 : 3,
        content: (
          <span>
            {words}
            {undo && (
              <Button
                type="link"
                size="small"
                onClick={() => {
                  message.destroy(key);
                  undo();
                }}
              >
                {t("app.undo")}
              </Button>
            )}
          </span>
        ),
      });
    },
    refused: (error: unknown) => {
      const words =
        isProblem(error, "network.unreachable") || !isProblem(error)
          ? t("state.unreachable")
          : error.words || unreadable;
      const id = isProblem(error) ? error.requestId : null;
      void message.error(id === null ? words : `${words} (${id})`, 6);
    },
  };
};
