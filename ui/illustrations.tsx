// Line drawings for empty states: one stroke, the accent for what matters. Decorative, hence hidden.
import type { ReactNode } from 'react'

const Drawing = ({ children }: { children: ReactNode }) => (
  <svg
    viewBox="0 0 136 104"
    fill="none"
    stroke="currentColor"
    strokeWidth="2"
    strokeLinecap="round"
    strokeLinejoin="round"
    aria-hidden
  >
    {children}
  </svg>
)

/** The sheltered yard: roof, posts, two people talking. */
export const Yard = () => (
  <Drawing>
    <path d="M8 36 68 12l60 24" />
    <path d="M20 32v56M116 32v56" opacity=".55" />
    <path d="M4 88h128" opacity=".35" />
    <circle cx="54" cy="56" r="6" fill="var(--tint)" />
    <path d="M44 88V76a10 10 0 0 1 20 0v12" fill="var(--tint)" />
    <circle cx="84" cy="60" r="6" />
    <path d="M74 88v-8a10 10 0 0 1 20 0v8" />
    <path d="M66 46q4-7 12-4" opacity=".55" />
  </Drawing>
)

/** A bench and a book: nothing waits, go and read. */
export const Bench = () => (
  <Drawing>
    <path d="M18 66h100M26 66v22M110 66v22M22 52h92" />
    <path d="M4 88h128" opacity=".35" />
    <path d="M56 48q8-6 14 0 6-6 14 0v14q-8-5-14 0-6-5-14 0z" fill="var(--tint)" />
    <path d="M70 48v14" />
    <circle cx="108" cy="20" r="8" opacity=".55" />
    <path d="M108 4v3M108 33v3M92 20h3M121 20h3" opacity=".55" />
  </Drawing>
)

/** Two sheets, one speaking: no conversation yet. */
export const Talk = () => (
  <Drawing>
    <path
      d="M18 20h62a8 8 0 0 1 8 8v24a8 8 0 0 1-8 8H44L30 72V60H18a8 8 0 0 1-8-8V28a8 8 0 0 1 8-8z"
      fill="var(--tint)"
    />
    <path d="M24 34h48M24 46h30" opacity=".55" />
    <path d="M100 44h16a8 8 0 0 1 8 8v20a8 8 0 0 1-8 8h-8v12L94 80H66" opacity=".55" />
  </Drawing>
)

/** A lens over paper: nothing found. */
export const Lens = () => (
  <Drawing>
    <path d="M28 14h50l18 18v58H28z" opacity=".55" />
    <path d="M78 14v18h18" opacity=".55" />
    <circle cx="76" cy="58" r="18" fill="var(--tint)" />
    <path d="m89 71 18 18" strokeWidth="4" />
  </Drawing>
)

/** A closed door with light under it: not for you, or not any more. */
export const Door = () => (
  <Drawing>
    <path d="M44 90V18h48v72" fill="var(--tint)" />
    <path d="M8 90h120" opacity=".35" />
    <circle cx="82" cy="56" r="2.5" fill="currentColor" />
    <path d="M36 98h64" opacity=".55" />
  </Drawing>
)

/** A cable that is unplugged: offline. */
export const Unplugged = () => (
  <Drawing>
    <path d="M4 62h30M34 50h14v24H34zM48 56h8M48 68h8" />
    <path d="M132 42h-30M102 30H88v24h14z" fill="var(--tint)" />
    <path d="M88 36h-6v12h6" />
    <path d="m68 34 4 8M62 40l6 4M66 84l4-8" opacity=".55" />
  </Drawing>
)
