/** @jsxImportSource preact */
import type { PublicCaseView } from "@mainstay/contract/public-case";
import { formatInstant } from "@mainstay/phrases/format/format-day";
import type { Locale } from "@mainstay/phrases/locale";
import { publicCaseWords } from "@mainstay/phrases/public-case/public-case-words";
import type { ComponentChildren } from "preact";

/** Where it stands in plain words, until when we answer and solve, who is there for it, and what was done. */
export const CaseStanding = ({ view, locale }: { view: PublicCaseView; locale: Locale }) => {
  const all = publicCaseWords[locale];
  const words = all.tracking;
  const who = (user: PublicCaseView["handler"]) =>
    user ? `${user.name} · ${all.role[user.role]}` : null;
  const at = (instant: string | null) =>
    instant === null ? null : <span class="number">{formatInstant(instant)}</span>;
  const rows: readonly [string, ComponentChildren][] = [
    [words.opened, at(view.openedAt)],
    view.repliedAt ? [words.replied, at(view.repliedAt)] : [words.replyBy, at(view.replyDueAt)],
    view.solvedAt ? [words.solved, at(view.solvedAt)] : [words.solveBy, at(view.solveDueAt)],
    [words.first, who(view.firstResponder)],
    [words.handler, view.handler?.name === view.firstResponder?.name ? null : who(view.handler)],
  ];
  return (
    <>
      <p class="soft small">
        {view.number === null ? null : (
          <>
            {all.number} <span class="number">{view.number}</span>
          </>
        )}
        {view.kind ? ` · ${all.kind[view.kind]}` : ""}
        {view.level ? ` · ${all.level[view.level]}` : ""}
      </p>
      <h1>{words.state[view.state]}</h1>
      <p>{words.stateWords[view.state]}</p>
      {view.mergedInto === null ? null : <p>{words.merged(view.mergedInto)}</p>}
      <section class="card">
        <dl>
          {rows.flatMap(([term, value]) =>
            value === null ? [] : [<dt key={term}>{term}</dt>, <dd key={`${term}:`}>{value}</dd>],
          )}
        </dl>
      </section>
      {view.solution ? (
        <section class="card">
          <h2>{words.solution}</h2>
          <p class="typed">{view.solution}</p>
          {view.score === null ? null : <p class="soft small">{words.scoreGiven(view.score)}</p>}
        </section>
      ) : null}
    </>
  );
};
