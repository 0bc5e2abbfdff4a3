import { X } from 'lucide-react'
import { Button } from './Button.tsx'
import { useUi } from './strings.tsx'

export interface ToastItem {
  id: string
  text: string
  /** The way back, e.g. "Undo". */
  action?: { label: string; run: () => void } | undefined
  tone?: 'plain' | 'bad' | undefined
}

interface Props {
  toasts: readonly ToastItem[]
  onClose: (id: string) => void
  /** Name of the region; the kit's own by default. */
  label?: string | undefined
  /** Called with true while a pointer or the focus is inside, so that nothing vanishes under the hand. */
  onHold?: ((held: boolean) => void) | undefined
}

/** Short messages at the bottom, announced politely. The store is `#platform/web/toasts.ts`. */
export function Toasts({ toasts, onClose, label, onHold }: Props) {
  const { strings } = useUi()
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- a toast waits while it is pointed at; there is nothing to activate
    <section
      className="toasts"
      aria-label={label ?? strings.notifications}
      aria-live="polite"
      aria-relevant="additions text"
      onPointerEnter={() => onHold?.(true)}
      onPointerLeave={() => onHold?.(false)}
      onFocus={() => onHold?.(true)}
      onBlur={() => onHold?.(false)}
    >
      {toasts.map((toast) => (
        <div key={toast.id} className="toast" {...(toast.tone === 'bad' && { role: 'alert' })}>
          <span>{toast.text}</span>
          {toast.action && (
            <Button
              look="quiet"
              size="small"
              className="btn-act"
              onPress={() => {
                toast.action?.run()
                onClose(toast.id)
              }}
            >
              {toast.action.label}
            </Button>
          )}
          <Button look="quiet" size="small" icon aria-label={strings.close} onPress={() => onClose(toast.id)}>
            <X aria-hidden />
          </Button>
        </div>
      ))}
    </section>
  )
}
