import { Handshake } from 'lucide-react'
import { useT } from '../t.ts'

/** Always there where partners read: nobody should have to remember it. */
export function PartnerBand({ writing }: { writing?: boolean | undefined }) {
  const t = useT()
  return (
    <p className="partner-band">
      <Handshake aria-hidden />
      <span>{writing ? t('partners.writing') : t('partners.reading')}</span>
    </p>
  )
}
