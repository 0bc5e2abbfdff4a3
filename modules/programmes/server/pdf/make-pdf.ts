import { pdfMaker } from '#platform/pdf/pdf-worker.ts'
import type { SlidesFile } from './document.ts'

/** The outline as PDF bytes, made off the main thread. Refusals: `unavailable` when too many ask, `pdfFailed`. */
export const makePdf = pdfMaker<SlidesFile>(new URL('./worker.ts', import.meta.url))
