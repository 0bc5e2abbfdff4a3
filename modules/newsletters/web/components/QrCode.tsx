import { qrCode } from '../qr.ts'

/** An address as a QR code, with the quiet zone that readers need. */
export function QrCode({ address, label }: { address: string; label: string }) {
  const rows = qrCode(address)
  const size = rows.length + 8
  const path = rows
    .flatMap((row, y) => row.map((dark, x) => (dark ? `M${x + 4} ${y + 4}h1v1h-1z` : '')))
    .join('')
  return (
    <svg className="letter-qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label}>
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" shapeRendering="crispEdges" />
    </svg>
  )
}
