import { pdfMaker } from '#platform/pdf/pdf-worker.ts'
import type { PdfPage } from './document.ts'

/** A page as PDF bytes, made off the main thread. Refusals: `unavailable` when too many ask, `pdfFailed`. */
export const makePdf = pdfMaker<PdfPage>(new URL('./worker.ts', import.meta.url))
