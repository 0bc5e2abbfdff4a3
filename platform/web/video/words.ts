import type { videoFr } from '#platform/shared/video-words.ts'
import type { catalogue } from '#platform/web/i18n.tsx'

/** The words of a module's own catalogue, which holds `videoFr` and its twin under `video`. */
export type VideoWords = ReturnType<ReturnType<typeof catalogue<{ readonly video: typeof videoFr }>>>

/** Something that may be done once at a time: what the modules' own `useAct` gives. */
export interface VideoAct<I> {
  isPending: boolean
  run: (input: I) => void
}
