import { Zip, ZipDeflate } from 'fflate'

/** Bytes of one stored piece: what writing a ZIP keeps in memory at most, beside one batch of rows. */
const pieceBytes = 8 * 1024 * 1024

/** A ZIP that leaves in pieces while it is written, one file after the other. */
export interface ZipWriter {
  /** Writes one file from what `chunks` yields. */
  file(name: string, chunks: AsyncIterable<string> | Iterable<string>): Promise<void>
  /** @returns bytes in all */
  end(): Promise<number>
}

/** `keep` stores one piece; it is awaited before more is compressed, so that memory stays flat. */
export function zipInPieces(keep: (piece: Buffer, number: number) => Promise<void>): ZipWriter {
  let waiting: Uint8Array[] = []
  let size = 0
  let total = 0
  let number = 0
  let failure: Error | null = null
  const zip = new Zip((error, chunk) => {
    if (error) failure = error
    else {
      waiting.push(chunk)
      size += chunk.length
    }
  })
  const drain = async (all: boolean): Promise<void> => {
    if (failure) throw failure
    if (size === 0 || (size < pieceBytes && !all)) return
    const piece = Buffer.concat(waiting)
    waiting = []
    size = 0
    total += piece.length
    await keep(piece, ++number)
  }
  const encoder = new TextEncoder()
  return {
    async file(name, chunks) {
      const entry = new ZipDeflate(name, { level: 6 })
      zip.add(entry)
      for await (const chunk of chunks) {
        if (chunk) entry.push(encoder.encode(chunk))
        await drain(false)
      }
      entry.push(new Uint8Array(0), true)
      await drain(false)
    },
    async end() {
      zip.end()
      await drain(true)
      return total
    },
  }
}
