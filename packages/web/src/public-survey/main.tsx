/** @jsxImportSource preact */
import "../public/public.css";
import { render } from "preact";
import { LoadingState } from "../public/link-state.tsx";

const root = document.querySelector("#page");
if (root) render(<LoadingState locale="zh-CN" />, root);
