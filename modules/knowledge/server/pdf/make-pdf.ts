import { Worker } from 'node:worker_threads'
import { Refusal } from '#platform/shared/refusal.ts'
import type { PdfPage } from './document.ts'

/** One at a time in a process, and a few that wait: setting a page takes a fifth of a second of CPU. */
const mostWaiting = 8
const timeLimit = 30_000
let waiting = 0
let last: Promise<unknown> = Promise.resolve()

/** A page as PDF bytes, made off the main thread. Refusals: `unavailable` when too many ask, `pdfFailed`. */
export async function makePdf(page: PdfPage): Promise<Buffer> {
  if (waiting >= mostWaiting) throw new Refusal('unavailable')
  waiting++
  const mine = last.then(() => runWorker(page))
  last = mine.catch(() => {})
  try {
    return await mine
  } finally {
    waiting--
  }
}

function runWorker(page: PdfPage): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./worker.ts', import.meta.url), {
      workerData: page,
      resourceLimits: { maxOldGenerationSizeMb: 256 },
    })
    const fail = () => reject(new Refusal('pdfFailed'))
    const timer = setTimeout(() => void worker.terminate(), timeLimit)
    worker.once('message', (bytes: Uint8Array) => {
      resolve(Buffer.from(bytes))
      void worker.terminate()
    })
    worker.once('error', fail)
    worker.once('exit', () => {
      clearTimeout(timer)
      fail()
    })
  })
}
