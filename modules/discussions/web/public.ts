// The browser door of discussions for other modules.
import { lazy } from 'react'

export { KindIcon, KindMark } from './components/KindMark.tsx'
export { PartnerBand } from './components/PartnerBand.tsx'
export { communityPath, postPath, questionsPath, writePath } from './paths.ts'
/** The editor with its files, loaded when it is shown. */
export const TextWithFiles = lazy(() => import('./composer/TextWithFiles.tsx'))
export { keepLineBreaks } from './text/line-breaks.ts'
export { wordDiff, type DiffPiece } from './text/word-diff.ts'
export { withPictures } from './upload.ts'
export { Attachments } from './components/Attachments.tsx'
