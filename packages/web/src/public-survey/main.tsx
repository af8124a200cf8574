/** @jsxImportSource preact */
import "../public/public.css";
import "./survey.css";
import { render } from "preact";
import { readLinkToken } from "../lib/link-token.ts";
import { SurveyPage } from "./survey-page.tsx";

const root = document.querySelector("#page");
if (root) render(<SurveyPage token={readLinkToken() ?? ""} />, root);
// Another link opened in the same tab is another page.
window.addEventListener("hashchange", () => window.location.reload());
