import { type PromiseView, promises } from "@mainstay/contract/promise";
import { formatShortDay } from "@mainstay/phrases/format/format-day";
import { useTranslation } from "react-i18next";
import { useAskConflict } from "../../components/ask-conflict.tsx";
import { type AnyEndpoint, call } from "../../lib/call.ts";
import { spokenLocale } from "../../lib/preferences.ts";
import { isProblem } from "../../lib/problem.ts";
import { answerKey, queryClient } from "../../lib/query.ts";
import { staleAfterPromise } from "./stale-after-promise.ts";

/**
 * Does an act on a promise as the reader saw it. When a colleague has changed it meanwhile both versions are shown, and the
 * reader chooses; nothing is overwritten silently. Answers whether it was done.
 */
export const usePromiseAct = (promise: PromiseView) => {
  const { t } = useTranslation();
  const ask = useAskConflict();
  const params = { promiseId: promise.id };

  const show = (theirs: PromiseView, words: string): Promise<boolean> => {
    const stand = (of: PromiseView) => ({
      status: t(`promise.status.${of.status}`),
      due: formatShortDay(of.dueOn, spokenLocale()),
      giver: of.giver?.name ?? t("app.nobody"),
    });
    const [before, now] = [stand(promise), stand(theirs)];
    return ask(theirs.title, [
      {
        label: t("promise.conflict.act"),
        theirs: t("promise.conflict.changedMeanwhile"),
        mine: words,
      },
      ...(["status", "due", "giver"] as const).map((name) => ({
        label: t(`promise.conflict.${name}`),
        theirs: now[name],
        mine: before[name],
      })),
    ]);
  };

  return async (endpoint: AnyEndpoint, words: string, body: object): Promise<boolean> => {
    const keep = (answer: unknown) =>
      queryClient.setQueryData(answerKey(promises.get, { params }), answer);
    const send = async (ifMatch: number) => {
      keep(await call(endpoint, { params, ifMatch, body } as never));
      await Promise.all(
        staleAfterPromise.map(({ id }) => queryClient.invalidateQueries({ queryKey: [id] })),
      );
      return true;
    };
    try {
      return await send(promise.version);
    } catch (error) {
      if (!isProblem(error, "request.version_conflict")) throw error;
      const theirs = await call(promises.get, { params });
      if (await show(theirs, words)) return send(theirs.version);
      keep(theirs);
      return false;
    }
  };
};
