/** @jsxImportSource preact */

/** Where the company says how it handles what is written here. */
export const NoticeLink = ({ path, words }: { path: string | null; words: string }) =>
  path === null ? null : (
    <p class="small">
      <a href={path} target="_blank" rel="noreferrer">
        {words}
      </a>
    </p>
  );
