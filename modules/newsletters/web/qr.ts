/**
 * A QR code (ISO/IEC 18004) of a short address: bytes, correction level M, versions 1 to 10. Returns the dark squares
 * row by row; throws on more than 213 bytes.
 */
export function qrCode(text: string): boolean[][] {
  const bytes = [...new TextEncoder().encode(text)]
  const version = capacities.findIndex((most) => bytes.length <= most) + 1
  if (version === 0) throw new Error('Too long for a QR code of version 10.')
  const words = withCorrection(dataWords(bytes, version), version)
  const size = version * 4 + 17
  const dark = Array.from({ length: size }, () => Array.from({ length: size }, () => false))
  const fixed = Array.from({ length: size }, () => Array.from({ length: size }, () => false))
  const set = (x: number, y: number, value: boolean): void => {
    if (x < 0 || y < 0 || x >= size || y >= size) return
    dark[y]![x] = value
    fixed[y]![x] = true
  }
  for (let i = 0; i < size; i++) {
    set(6, i, i % 2 === 0)
    set(i, 6, i % 2 === 0)
  }
  for (const [cx, cy] of [
    [3, 3],
    [size - 4, 3],
    [3, size - 4],
  ] as const)
    for (let dy = -4; dy <= 4; dy++)
      for (let dx = -4; dx <= 4; dx++) {
        const distance = Math.max(Math.abs(dx), Math.abs(dy))
        set(cx + dx, cy + dy, distance !== 2 && distance !== 4)
      }
  const centres = alignments[version - 1]!
  for (const cy of centres)
    for (const cx of centres) {
      const isFinder =
        (cx === 6 && cy === 6) || (cx === 6 && cy === size - 7) || (cx === size - 7 && cy === 6)
      if (isFinder) continue
      for (let dy = -2; dy <= 2; dy++)
        for (let dx = -2; dx <= 2; dx++) set(cx + dx, cy + dy, Math.max(Math.abs(dx), Math.abs(dy)) !== 1)
    }
  // Mask 0 throughout: every reader copes, and a printed address needs no better.
  const format = formatBits()
  const bit = (i: number): boolean => ((format >>> i) & 1) === 1
  for (let i = 0; i <= 5; i++) set(8, i, bit(i))
  set(8, 7, bit(6))
  set(8, 8, bit(7))
  set(7, 8, bit(8))
  for (let i = 9; i < 15; i++) set(14 - i, 8, bit(i))
  for (let i = 0; i < 8; i++) set(size - 1 - i, 8, bit(i))
  for (let i = 8; i < 15; i++) set(8, size - 15 + i, bit(i))
  set(8, size - 8, true)
  if (version >= 7) {
    const bits = versionBits(version)
    for (let i = 0; i < 18; i++) {
      const value = ((bits >>> i) & 1) === 1
      const [a, b] = [size - 11 + (i % 3), Math.floor(i / 3)]
      set(a, b, value)
      set(b, a, value)
    }
  }
  let index = 0
  for (let right = size - 1; right >= 1; right -= 2) {
    if (right === 6) right = 5
    for (let step = 0; step < size; step++)
      for (let side = 0; side < 2; side++) {
        const x = right - side
        const isUp = ((right + 1) & 2) === 0
        const y = isUp ? size - 1 - step : step
        if (fixed[y]![x]) continue
        const value = index < words.length * 8 && ((words[index >>> 3]! >>> (7 - (index & 7))) & 1) === 1
        index++
        dark[y]![x] = value !== ((x + y) % 2 === 0)
      }
  }
  return dark
}

// Level M, versions 1 to 10: bytes that fit, correction words per block, blocks, all words.
const capacities = [14, 26, 42, 62, 84, 106, 122, 152, 180, 213]
const correction = [10, 16, 26, 18, 24, 16, 18, 22, 22, 26]
const blocks = [1, 1, 1, 2, 2, 4, 4, 4, 5, 5]
const totals = [26, 44, 70, 100, 134, 172, 196, 242, 292, 346]
const alignments = [
  [],
  [6, 18],
  [6, 22],
  [6, 26],
  [6, 30],
  [6, 34],
  [6, 22, 38],
  [6, 24, 42],
  [6, 26, 46],
  [6, 28, 50],
]

function dataWords(bytes: readonly number[], version: number): number[] {
  const bits: number[] = []
  const push = (value: number, length: number): void => {
    for (let i = length - 1; i >= 0; i--) bits.push((value >>> i) & 1)
  }
  push(4, 4)
  push(bytes.length, version < 10 ? 8 : 16)
  for (const byte of bytes) push(byte, 8)
  const room = (totals[version - 1]! - correction[version - 1]! * blocks[version - 1]!) * 8
  push(0, Math.min(4, room - bits.length))
  push(0, (8 - (bits.length % 8)) % 8)
  const words = Array.from({ length: bits.length / 8 }, (_, i) =>
    bits.slice(i * 8, i * 8 + 8).reduce((sum, one) => sum * 2 + one, 0),
  )
  for (let pad = 0xec; words.length * 8 < room; pad ^= 0xec ^ 0x11) words.push(pad)
  return words
}

const multiply = (a: number, b: number): number => {
  let product = 0
  for (let i = 7; i >= 0; i--) {
    product = (product << 1) ^ ((product >>> 7) * 0x11d)
    product ^= ((b >>> i) & 1) * a
  }
  return product
}

function withCorrection(words: readonly number[], version: number): number[] {
  const [count, length, total] = [blocks[version - 1]!, correction[version - 1]!, totals[version - 1]!]
  const divisor = Array.from({ length }, (_, i): number => (i === length - 1 ? 1 : 0))
  for (let i = 0, root = 1; i < length; i++, root = multiply(root, 2))
    for (let j = 0; j < length; j++) {
      divisor[j] = multiply(divisor[j]!, root)
      if (j + 1 < length) divisor[j]! ^= divisor[j + 1]!
    }
  const short = count - (total % count)
  const shortLength = Math.floor(total / count) - length
  const parts: { data: number[]; check: number[] }[] = []
  for (let i = 0, at = 0; i < count; i++) {
    const data = words.slice(at, (at += shortLength + (i < short ? 0 : 1)))
    const check = Array.from({ length }, () => 0)
    for (const word of data) {
      const factor = word ^ check.shift()!
      check.push(0)
      for (let j = 0; j < length; j++) check[j]! ^= multiply(divisor[j]!, factor)
    }
    parts.push({ data: [...data], check })
  }
  const result: number[] = []
  for (let i = 0; i <= shortLength; i++)
    for (const { data } of parts) if (data[i] !== undefined) result.push(data[i]!)
  for (let i = 0; i < length; i++) for (const { check } of parts) result.push(check[i]!)
  return result
}

function formatBits(): number {
  // Level M is 00, mask 0 is 000.
  let rest = 0
  for (let i = 0; i < 10; i++) rest = (rest << 1) ^ ((rest >>> 9) * 0x537)
  return rest ^ 0x5412
}
function versionBits(version: number): number {
  let rest = version
  for (let i = 0; i < 12; i++) rest = (rest << 1) ^ ((rest >>> 11) * 0x1f25)
  return (version << 12) | rest
}
