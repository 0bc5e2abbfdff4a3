import { pdfMaker } from '#platform/pdf/pdf-worker.ts'
import type { AttestationFile } from './document.ts'

/** An attestation as PDF bytes, made off the main thread. Refusals: `unavailable` when too many ask, `pdfFailed`. */
export const makePdf = pdfMaker<AttestationFile>(new URL('./worker.ts', import.meta.url))
