import { parentPort } from 'node:worker_threads'
import type { AttestationFile } from './document.ts'
import { renderAttestation } from './render.ts'

// One after the other; one that cannot be set is answered with null and leaves the next one alone.
parentPort!.on('message', (file: AttestationFile) => {
  void renderAttestation(file).then(
    (bytes) => parentPort!.postMessage(bytes),
    () => parentPort!.postMessage(null),
  )
})
