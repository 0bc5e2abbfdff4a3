import { pdfMaker } from '#platform/pdf/pdf-worker.ts'
import type { ReportFile } from './document.ts'

/** A report as PDF bytes, made off the main thread. Refusals: `unavailable` when too many ask, `pdfFailed`. */
export const makePdf = pdfMaker<ReportFile>(new URL('./worker.ts', import.meta.url))
