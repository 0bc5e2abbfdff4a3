import { parentPort, workerData } from 'node:worker_threads'
import type { PdfPage } from './document.ts'
import { renderPdf } from './render-pdf.ts'

const bytes = await renderPdf(workerData as PdfPage)
parentPort!.postMessage(bytes)
