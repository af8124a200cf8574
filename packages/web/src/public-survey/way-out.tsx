/** @jsxImportSource preact */
import type { Locale } from "@mainstay/phrases/locale";
import { surveyPageWords } from "@mainstay/phrases/public-survey/survey-page-words";
import { useState } from "preact/hooks";
import { askServer, type Refusal } from "../public/ask-server.ts";
import { RefusalNote } from "../public/link-state.tsx";

interface WayOutProps {
  readonly token: string;
  readonly locale: Locale;
  readonly mayDecline: boolean;
  readonly declined: () => void;
  readonly optedOut: () => void;
}

/** Not this time, or never again: both are the person's to say, without a reason. */
export const WayOut = ({ token, locale, mayDecline, declined, optedOut }: WayOutProps) => {
  const words = surveyPageWords[locale];
  const [isSure, setSure] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const say = async (path: string, done: () => void) => {
    const told = await askServer<unknown>({ path, locale, body: { token } });
    if ("refusal" in told) setRefusal(told.refusal);
    else done();
  };
  return (
    <div class="way-out">
      <RefusalNote refusal={refusal} locale={locale} />
      {isSure ? (
        <div class="card">
          <p>{words.optOutSure}</p>
          <button type="button" class="wide" onClick={() => say("/survey-opt-outs", optedOut)}>
            {words.optOutYes}
          </button>
          <button type="button" class="quiet wide" onClick={() => setSure(false)}>
            {words.back}
          </button>
        </div>
      ) : (
        <>
          {mayDecline ? (
            <button
              type="button"
              class="quiet"
              onClick={() => say("/survey-answers/decline", declined)}
            >
              {words.decline}
            </button>
          ) : null}
          <button type="button" class="quiet" onClick={() => setSure(true)}>
            {words.optOut}
          </button>
        </>
      )}
    </div>
  );
};
