/** @jsxImportSource preact */
import "../public/public.css";
import { render } from "preact";
import { readLinkToken } from "../lib/link-token.ts";
import { CasePage } from "./case-page.tsx";

const root = document.querySelector("#page");
if (root) render(<CasePage token={readLinkToken() ?? ""} />, root);
// Another link opened in the same tab is another page.
window.addEventListener("hashchange", () => window.location.reload());
