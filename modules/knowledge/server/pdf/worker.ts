import { parentPort } from 'node:worker_threads'
import type { PdfPage } from './document.ts'
import { renderPdf } from './render-pdf.ts'

// One page after the other; a page that cannot be set is answered with null and leaves the next one alone.
parentPort!.on('message', (page: PdfPage) => {
  void renderPdf(page).then(
    (bytes) => parentPort!.postMessage(bytes),
    () => parentPort!.postMessage(null),
  )
})
