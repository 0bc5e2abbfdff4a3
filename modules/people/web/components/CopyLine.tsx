import { Copy } from 'lucide-react'
import { toast } from '#platform/web/toasts.ts'
import { Button } from '#ui/Button.tsx'
import { useT } from '../t.ts'

/** A link to hand over. The clipboard may be forbidden (plain http): the link can still be selected. */
export function CopyLine({ text }: { text: string }) {
  const t = useT()
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text)
      toast(t('copy.done'))
    } catch {
      toast(t('copy.byHand'))
    }
  }
  return (
    <div className="copy-line">
      <code>{text}</code>
      <Button onPress={() => void copy()}>
        <Copy aria-hidden />
        {t('copy.act')}
      </Button>
    </div>
  )
}
