/** Stroke icons on a 16-unit grid, drawn for this product; each is one path. */
const paths = {
  today: "M3 4.5h10v9H3zM3 7h10M5.5 2.5v3M10.5 2.5v3M6 10.2l1.4 1.4L10.2 9",
  cases:
    "M3 8.5V7a5 5 0 0 1 10 0v1.5M3 8.5h2v3.2H4a1 1 0 0 1-1-1zM13 8.5h-2v3.2h1a1 1 0 0 0 1-1zM12.6 11.7c-.3 1.2-1.4 1.8-3.1 1.8",
  voice:
    "M2.5 3.5h11v7.5H8L5 13.5V11H2.5zM5.5 7.6c.6.9 1.5 1.3 2.5 1.3s1.9-.4 2.5-1.3M6 5.6v.01M10 5.6v.01",
  analytics: "M2.5 13.5h11M4 11V8.5M7 11V5M10 11V7M13 11V3",
  calendar:
    "M2.5 3.5h11v10h-11zM2.5 6.5h11M5.5 2v3M10.5 2v3M5.5 9v.01M8 9v.01M10.5 9v.01M5.5 11.2v.01M8 11.2v.01",
  accounts:
    "M2.5 13.5v-9l5-2v11M7.5 6.5h6v7M2 13.5h12M4.6 6v.01M4.6 8.5v.01M4.6 11v.01M10.5 9v.01M10.5 11.2v.01",
  privacy: "M8 2l5 2v4c0 3-2.1 5-5 6-2.9-1-5-3-5-6V4zM5.8 8l1.6 1.6L10.4 6.5",
  imports: "M8 2.5v7.5M5 7l3 3 3-3M2.5 11v2.5h11V11",
  settings:
    "M2.5 4.5h5M11.5 4.5h2M2.5 11.5h2M8.5 11.5h5M9.5 4.5m-2 0a2 2 0 1 0 4 0a2 2 0 1 0-4 0M6.5 11.5m-2 0a2 2 0 1 0 4 0a2 2 0 1 0-4 0",
  bell: "M4 11.5V7a4 4 0 0 1 8 0v4.5M2.5 11.5h11M6.6 13.6h2.8",
  search: "M7 7m-4.5 0a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0-9 0M10.4 10.4l3.1 3.1",
  close: "M4 4l8 8M12 4l-8 8",
  check: "M3 8.5l3.2 3.2L13 5",
  edit: "M3 13l.6-2.8 6.9-6.9 2.2 2.2-6.9 6.9zM9.2 4.6l2.2 2.2",
  plus: "M8 3v10M3 8h10",
  more: "M3.5 8v.01M8 8v.01M12.5 8v.01",
  down: "M4 6l4 4 4-4",
  right: "M6 4l4 4-4 4",
  left: "M10 4L6 8l4 4",
  clock: "M8 8m-5.5 0a5.5 5.5 0 1 0 11 0a5.5 5.5 0 1 0-11 0M8 5v3l2 1.5",
  task: "M2.5 3.5h11v9h-11zM5.5 8l1.8 1.8L10.5 6.5",
  phone:
    "M3 3.5l2.2-1 1.6 3-1.3 1.2c.7 1.6 1.9 2.8 3.5 3.5l1.2-1.3 3 1.6-1 2.2c-5 .6-9.8-4.2-9.2-9.2z",
  evidence: "M3 2.5h7l3 3v8H3zM10 2.5v3h3M5.5 8h5M5.5 10.5h5",
  user: "M8 5.5m-2.7 0a2.7 2.7 0 1 0 5.4 0a2.7 2.7 0 1 0-5.4 0M2.8 13.5c.6-2.8 2.6-4 5.2-4s4.6 1.2 5.2 4",
  people:
    "M6 5.5m-2.3 0a2.3 2.3 0 1 0 4.6 0a2.3 2.3 0 1 0-4.6 0M1.8 13.5c.5-2.6 2-3.9 4.2-3.9s3.7 1.3 4.2 3.9M10.5 3.4a2.3 2.3 0 0 1 0 4.2M11.6 9.9c1.5.4 2.3 1.6 2.6 3.6",
  signOut: "M9.5 3H3v10h6.5M7 8h7M11.5 5.5L14 8l-2.5 2.5",
  undo: "M5 3.5L2.5 6 5 8.5M2.5 6h7a3.5 3.5 0 0 1 0 7H6",
  filter: "M2.5 4h11M4.5 8h7M6.5 12h3",
  columns: "M2.5 3.5h11v9h-11zM6.2 3.5v9M9.8 3.5v9",
  sort: "M5 3v10M2.5 10.5L5 13l2.5-2.5M11 13V3M8.5 5.5L11 3l2.5 2.5",
  globe:
    "M8 8m-5.5 0a5.5 5.5 0 1 0 11 0a5.5 5.5 0 1 0-11 0M2.5 8h11M8 2.5c3.5 3.2 3.5 7.8 0 11c-3.5-3.2-3.5-7.8 0-11",
  theme: "M8 8m-5.5 0a5.5 5.5 0 1 0 11 0a5.5 5.5 0 1 0-11 0M8 2.5v11M8 5h3.8M8 8h5.5M8 11h3.8",
  key: "M5.5 10.5m-3 0a3 3 0 1 0 6 0a3 3 0 1 0-6 0M7.6 8.4l5.4-5.4M11 5l2 2",
  warning: "M8 2.5l6 11H2zM8 6.5v3.2M8 11.6v.01",
  info: "M8 8m-5.5 0a5.5 5.5 0 1 0 11 0a5.5 5.5 0 1 0-11 0M8 7.3v3.7M8 5.1v.01",
  link: "M6.5 9.5l3-3M7 4.8l1.3-1.3a2.7 2.7 0 0 1 4 4L11 8.8M9 11.2l-1.3 1.3a2.7 2.7 0 0 1-4-4L5 7.2",
  formula: "M11.5 3.5H9.2a1.5 1.5 0 0 0-1.5 1.5v6.5A1.5 1.5 0 0 1 6.2 13H4.5M5.5 7.5h5",
} as const;

export type IconName = keyof typeof paths;

/** Decorative by default; words stand beside it or in the label of its button. */
export const Icon = ({ name, size = 16 }: { name: IconName; size?: number }) => (
  <svg
    width={size}
    height={size}
    viewBox="0 0 16 16"
    fill="none"
    stroke="currentColor"
    strokeWidth={1.4}
    strokeLinecap="round"
    strokeLinejoin="round"
    aria-hidden="true"
    focusable="false"
    style={{ flex: "none", display: "block" }}
  >
    <path d={paths[name]} />
  </svg>
);
