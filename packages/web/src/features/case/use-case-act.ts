import { type CaseView, cases } from "@mainstay/contract/case";
import { useTranslation } from "react-i18next";
import { useAskConflict } from "../../components/ask-conflict.tsx";
import { type AnyEndpoint, call } from "../../lib/call.ts";
import { useNotice } from "../../lib/notice.tsx";
import { isProblem } from "../../lib/problem.ts";
import { answerKey, queryClient } from "../../lib/query.ts";
import { staleAfterCase } from "./stale-after-case.ts";

interface Wish {
  /** The act in words, to stand beside what a colleague did. */
  readonly words: string;
  readonly body?: unknown;
  /** It adds and overwrites nothing: it is done again on the newest version without asking. */
  readonly isAdding?: boolean;
}

/**
 * Does an act on a case as the reader saw it. When a colleague has changed it meanwhile both versions are shown, and the reader
 * chooses; nothing is overwritten silently. Answers whether it was done.
 */
export const useCaseAct = (view: CaseView) => {
  const { t } = useTranslation();
  const ask = useAskConflict();
  const notice = useNotice();
  const params = { caseId: view.id };

  const show = (theirs: CaseView, words: string): Promise<boolean> => {
    const stand = (of: CaseView) => ({
      status: t(`case.status.${of.status}`),
      level: t(`case.level.${of.level}`),
      handler: of.handler?.name ?? t("case.person.nobody"),
    });
    const [before, now] = [stand(view), stand(theirs)];
    return ask(t("case.conflict.about", { number: view.number }), [
      { label: t("case.conflict.act"), theirs: t("case.conflict.changedMeanwhile"), mine: words },
      ...(["status", "level", "handler"] as const).map((name) => ({
        label: t(`case.conflict.${name}`),
        theirs: now[name],
        mine: before[name],
      })),
    ]);
  };

  const run = async (endpoint: AnyEndpoint, wish: Wish): Promise<boolean> => {
    const send = (ifMatch: number) =>
      call(endpoint, {
        params,
        ifMatch,
        ...(wish.body !== undefined && { body: wish.body }),
      } as never);
    const done = async (answer: unknown) => {
      queryClient.setQueryData(answerKey(cases.get, { params }), answer);
      await Promise.all(
        staleAfterCase.map(({ id }) => queryClient.invalidateQueries({ queryKey: [id] })),
      );
      return true;
    };
    try {
      return await done(await send(view.version));
    } catch (error) {
      if (!isProblem(error, "request.version_conflict")) throw error;
      const theirs = await call(cases.get, { params });
      if (wish.isAdding !== true && !(await show(theirs, wish.words))) {
        queryClient.setQueryData(answerKey(cases.get, { params }), theirs);
        return false;
      }
      return await done(await send(theirs.version));
    }
  };

  return {
    run,
    /** The same where a refusal has no form to stand in. */
    try: async (endpoint: AnyEndpoint, wish: Wish): Promise<boolean> => {
      try {
        const isDone = await run(endpoint, wish);
        if (isDone) notice.done(t("case.act.done"));
        return isDone;
      } catch (error) {
        notice.refused(error);
        return false;
      }
    },
  };
};
