/** Where the composer will stand, at its size, while its code arrives. */
export function ComposerPlace({ text, rows = 1 }: { text: string; rows?: number | undefined }) {
  return (
    <div aria-hidden className="rounded-lg border border-line-strong bg-surface px-4 py-1">
      <div
        className="py-2.5 text-[1.125rem] leading-[1.6] text-muted"
        style={{ minHeight: `${rows * 1.8 + 1.25}rem` }}
      >
        {text}
      </div>
    </div>
  )
}
