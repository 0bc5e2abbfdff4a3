/** The roof, the posts, someone under it. */
export const Mark = () => (
  <svg
    className="mark"
    viewBox="0 0 32 32"
    fill="none"
    stroke="currentColor"
    strokeWidth="2.4"
    strokeLinecap="round"
    strokeLinejoin="round"
    aria-hidden
  >
    <path d="M3 13.5 16 6l13 7.5" />
    <path d="M7 15v11M25 15v11" />
    <circle cx="16" cy="18" r="2.6" fill="currentColor" stroke="none" />
    <path d="M11.5 26a4.5 4.5 0 0 1 9 0z" fill="currentColor" stroke="none" />
  </svg>
)
