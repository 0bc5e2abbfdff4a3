import { useUi } from './strings.tsx'

interface Props {
  /** CSS lengths of what will stand there. */
  width?: string | undefined
  height?: string | undefined
  round?: boolean | undefined
}

/** The place of something that is coming, at its final size. */
export function Skeleton({ width = '100%', height = '1.1em', round }: Props) {
  return (
    <span aria-hidden className="skeleton" style={{ width, height, ...(round && { borderRadius: '50%' }) }} />
  )
}

/** Rows as in a list of posts or people: face, title, two lines. */
export function SkeletonRows({ rows = 4 }: { rows?: number | undefined }) {
  const { strings } = useUi()
  return (
    <div className="rows" role="status" aria-label={strings.loading}>
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} className="flex gap-4">
          <Skeleton width="2.5rem" height="2.5rem" round />
          <div className="grid flex-1 gap-2.5 pt-1">
            <Skeleton width={`${46 - (row % 3) * 9}%`} />
            <Skeleton width={`${96 - (row % 2) * 8}%`} height="0.85em" />
            <Skeleton width={`${64 - (row % 3) * 7}%`} height="0.85em" />
          </div>
        </div>
      ))}
    </div>
  )
}

/** A whole page: heading, lead and rows. */
export function SkeletonPage() {
  return (
    <div className="grid gap-6 pt-2">
      <div className="grid gap-3">
        <Skeleton width="45%" height="2.4rem" />
        <Skeleton width="75%" />
      </div>
      <SkeletonRows />
    </div>
  )
}
