import type { ComponentProps } from 'react'
import { useCommunity } from '#modules/communities/web/public.ts'
import { Dialog } from '#ui/Dialog.tsx'

/** A dialog that keeps the community's colour: layers stand outside the page, and would lose it. */
export function Sheet({ slug, children, acts, ...props }: ComponentProps<typeof Dialog> & { slug: string }) {
  const accent = useCommunity(slug)?.accent
  return (
    <Dialog
      {...props}
      acts={
        <div data-accent={accent} className="contents">
          {acts}
        </div>
      }
    >
      <div data-accent={accent}>{children}</div>
    </Dialog>
  )
}
