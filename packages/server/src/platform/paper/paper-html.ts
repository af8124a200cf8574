import type { Paper, PaperPart } from "./paper.ts";

const escapes: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Text as it may stand in HTML, inside attributes too. */
export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (sign) => escapes[sign] ?? sign);

const lines = (text: string): string => escapeHtml(text).replaceAll("\n", "<br>");
const cells = (tag: "td" | "th", row: readonly string[]): string =>
  `<tr>${row.map((cell) => `<${tag}>${lines(cell)}</${tag}>`).join("")}</tr>`;

const partHtml = (part: PaperPart): string => {
  switch (part.kind) {
    case "heading":
      return `<h2>${lines(part.text)}</h2>`;
    case "subheading":
      return `<h3>${lines(part.text)}</h3>`;
    case "paragraph":
      return `<p>${lines(part.text)}</p>`;
    case "quiet":
      return `<p class="quiet">${lines(part.text)}</p>`;
    case "list":
      return `<ul>${part.items.map((item) => `<li>${lines(item)}</li>`).join("")}</ul>`;
    case "pairs":
      return `<dl>${part.rows
        .map(([label, value]) => `<dt>${lines(label)}</dt><dd>${lines(value)}</dd>`)
        .join("")}</dl>`;
    case "table":
      return `<div class="wide"><table><thead>${cells("th", part.head)}</thead><tbody>${part.rows
        .map((row) => cells("td", row))
        .join("")}</tbody></table></div>`;
  }
};

const style = `
:root{color-scheme:light dark}
body{font:16px/1.65 "PingFang SC","Microsoft YaHei","Noto Sans SC",system-ui,sans-serif;max-width:46rem;margin:0 auto;padding:1.5rem 1rem 4rem;overflow-wrap:anywhere}
h1{font-size:1.5rem;line-height:1.3;margin:0 0 .25rem}h2{font-size:1.15rem;margin:2rem 0 .5rem}h3{font-size:1rem;margin:1.25rem 0 .25rem}
p{margin:.5rem 0}.quiet{opacity:.72;font-size:.9rem}
dl{display:grid;grid-template-columns:minmax(6rem,11rem) 1fr;gap:.35rem 1rem;margin:.5rem 0}dt{opacity:.72}dd{margin:0}
.wide{overflow-x:auto}table{border-collapse:collapse;width:100%;font-size:.9rem}
th,td{border:1px solid #8886;padding:.35rem .5rem;text-align:left;vertical-align:top}
nav{display:flex;gap:1rem;justify-content:flex-end;font-size:.9rem}a{color:inherit}
footer{margin-top:2.5rem;border-top:1px solid #8886;padding-top:.5rem;opacity:.72;font-size:.85rem}
@media(max-width:30rem){dl{grid-template-columns:1fr}dd{margin-bottom:.4rem}}
@media print{nav{display:none}body{max-width:none;padding:0;font-size:11pt}h2,h3{break-after:avoid}tr{break-inside:avoid}:root{color-scheme:light}}
`;

/** The paper as a page of its own: no script, nothing loaded, readable on a phone, printable. */
export const paperHtml = (paper: Paper, links: readonly (readonly [string, string])[] = []) => {
  const nav = links
    .map(([href, words]) => `<a href="${escapeHtml(href)}">${escapeHtml(words)}</a>`)
    .join("");
  return `<!doctype html>
<html lang="${paper.locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="robots" content="noindex"><title>${escapeHtml(paper.title)}</title><style>${style}</style></head>
<body>${nav ? `<nav>${nav}</nav>` : ""}<main><h1>${lines(paper.title)}</h1><p class="quiet">${lines(paper.subtitle)}</p>
${paper.parts.map(partHtml).join("\n")}</main><footer>${lines(paper.footer)}</footer></body></html>
`;
};
