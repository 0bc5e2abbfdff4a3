import { parentPort } from 'node:worker_threads'
import type { ReportFile } from './document.ts'
import { renderReport } from './render-report.ts'

// One report after the other; one that cannot be set is answered with null and leaves the next one alone.
parentPort!.on('message', (file: ReportFile) => {
  void renderReport(file).then(
    (bytes) => parentPort!.postMessage(bytes),
    () => parentPort!.postMessage(null),
  )
})
