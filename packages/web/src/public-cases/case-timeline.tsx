/** @jsxImportSource preact */
import type { PublicCaseView } from "@mainstay/contract/public-case";
import { formatInstant } from "@mainstay/phrases/format/format-day";
import type { Locale } from "@mainstay/phrases/locale";
import { publicCaseWords } from "@mainstay/phrases/public-case/public-case-words";

/** What the customer wrote and sent, and what happened since; words stand as they were typed. */
export const CaseTimeline = ({ view, locale }: { view: PublicCaseView; locale: Locale }) => {
  const words = publicCaseWords[locale].tracking;
  return (
    <>
      <h2>{words.yourWords}</h2>
      <p class="typed">{view.words}</p>
      {view.attachments.length > 0 ? (
        <>
          <h2>{words.files}</h2>
          <ul>
            {view.attachments.map(({ name }, i) => (
              <li key={`${name}${i}`}>{name}</li>
            ))}
          </ul>
        </>
      ) : null}
      {view.timeline.length > 0 ? (
        <>
          <h2>{words.timeline}</h2>
          <ol class="timeline">
            {view.timeline.map((event) => (
              <li key={event.id}>
                <p class="small">
                  <strong>
                    {words.happened[event.kind] ?? words[event.by === "us" ? "we" : "you"]}
                  </strong>
                  <span class="soft number">
                    {` · ${event.by === "us" ? words.we : words.you} · ${formatInstant(event.at)}`}
                  </span>
                </p>
                {event.words === "" ? null : <p class="typed">{event.words}</p>}
              </li>
            ))}
          </ol>
        </>
      ) : null}
    </>
  );
};
