import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'

/** Encoding of a text file by its byte order mark, else by the zero bytes that UTF-16 leaves around `<`. */
async function encodingOf(path: string): Promise<'utf-8' | 'utf-16le' | 'utf-16be'> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4), 0, 4, 0)
    const [a, b] = buffer.subarray(0, bytesRead)
    if ((a === 0xff && b === 0xfe) || (a === 0x3c && b === 0)) return 'utf-16le'
    if ((a === 0xfe && b === 0xff) || (a === 0 && b === 0x3c)) return 'utf-16be'
    return 'utf-8'
  } finally {
    await file.close()
  }
}

/**
 * The text of a file piece by piece, in flat memory. The byte order mark is removed; bytes that are no text
 * become U+FFFD. `onBytes` is told how far the reading is.
 */
export async function* readText(path: string, onBytes?: (bytes: number) => void): AsyncGenerator<string> {
  const decoder = new TextDecoder(await encodingOf(path))
  let bytes = 0
  for await (const chunk of createReadStream(path, { highWaterMark: 256 * 1024 })) {
    bytes += (chunk as Buffer).length
    yield decoder.decode(chunk as Buffer, { stream: true })
    onBytes?.(bytes)
  }
  yield decoder.decode()
}
