import { parentPort } from 'node:worker_threads'
import type { SlidesFile } from './document.ts'
import { renderSlides } from './render-slides.ts'

// One outline after the other; one that cannot be set is answered with null and leaves the next one alone.
parentPort!.on('message', (file: SlidesFile) => {
  void renderSlides(file).then(
    (bytes) => parentPort!.postMessage(bytes),
    () => parentPort!.postMessage(null),
  )
})
