// The draw of docs/mechanisms/draw.md, the same on the server that draws and in the browser that checks.

const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text)
const hex = (bytes: ArrayBuffer): string =>
  [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('')

/** SHA-256 of a text (UTF-8), in hexadecimal. */
export const sha256 = async (text: string): Promise<string> =>
  hex(await crypto.subtle.digest('SHA-256', bytesOf(text)))

/** The list that is drawn from: each code once, in alphabetical order of its characters. */
export const listOf = (codes: readonly string[]): string[] =>
  [...new Set(codes)].toSorted((a, b) => (a < b ? -1 : 1))

/**
 * All codes in the order of the draw: by HMAC-SHA-256 with the seed as key, over the fingerprint of the frozen list, a
 * line feed and the code. The first ones win; whoever declines passes to the next.
 */
export async function drawOrder(seed: string, codes: readonly string[]): Promise<string[]> {
  const list = listOf(codes)
  const fingerprint = await sha256(list.join('\n'))
  const key = await crypto.subtle.importKey('raw', bytesOf(seed), { name: 'HMAC', hash: 'SHA-256' }, false, [
    'sign',
  ])
  const drawn = await Promise.all(
    list.map(async (code) => ({
      code,
      number: hex(await crypto.subtle.sign('HMAC', key, bytesOf(`${fingerprint}\n${code}`))),
    })),
  )
  return drawn.toSorted((a, b) => (a.number < b.number ? -1 : 1)).map(({ code }) => code)
}
