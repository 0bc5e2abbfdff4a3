export type VideoType = 'video/mp4' | 'video/webm'

/** Brands of ISO media that browsers play as MP4; pictures (heic, avif), sound (M4A) and QuickTime are others. */
const brands = /^(iso[m2-9]|mp4[12]|avc1|M4V[ HP]|MSNV|dash|cmf[cls]|3gp[4-7]|f4v )$/

function isMp4(bytes: Buffer): boolean {
  if (bytes.length < 16 || bytes.toString('latin1', 4, 8) !== 'ftyp') return false
  const size = bytes.readUInt32BE(0)
  if (size < 16 || size > 1024 || size % 4 !== 0) return false
  // Major brand, minor version, then compatible brands.
  return brands.test(bytes.toString('latin1', 8, 12))
}

/** EBML (RFC 8794) whose document type (element 0x4282) is `webm`; Matroska at large is not for browsers. */
function isWebm(bytes: Buffer): boolean {
  if (bytes.length < 12 || bytes.readUInt32BE(0) !== 0x1a45dfa3) return false
  const head = bytes.subarray(0, 64)
  const at = head.indexOf(Buffer.from([0x42, 0x82]))
  return at > 0 && head[at + 2] === 0x84 && head.toString('latin1', at + 3, at + 7) === 'webm'
}

/** What a file is by its first bytes (64 are enough), whatever its name says; undefined: no video that we serve. */
export const sniffVideo = (bytes: Buffer): VideoType | undefined =>
  isMp4(bytes) ? 'video/mp4' : isWebm(bytes) ? 'video/webm' : undefined
