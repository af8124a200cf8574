/** The mark: a pillar standing in the stream. */
export const Mark = ({ size = 22 }: { size?: number }) => (
  <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" style={{ flex: "none" }}>
    <rect width="32" height="32" rx="7" fill="#155e75" />
    <path d="M10 8.5h12l-1.6 12h-8.8z" fill="#fff" />
    <path
      d="M4.5 24.5c2.3-1.7 4.6-1.7 6.9 0s4.6 1.7 6.9 0 4.6-1.7 9.2 0"
      fill="none"
      stroke="#fff"
      strokeWidth="2"
      strokeLinecap="round"
    />
  </svg>
);
