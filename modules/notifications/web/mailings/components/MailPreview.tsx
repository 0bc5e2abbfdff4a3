import { useState } from 'react'
import { FilterChips } from '#ui/FilterChips.tsx'
import { useT } from '#modules/notifications/web/t.ts'

/**
 * The mail as it arrives, as wide as a phone or a reading pane. The frame is sandboxed without `allow-scripts` and
 * under the page's own policy: nothing in it runs, loads or leads away.
 */
export function MailPreview({ html }: { html: string }) {
  const t = useT()
  const [size, setSize] = useState('phone')
  return (
    <div className="grid gap-3">
      <FilterChips
        label={t('mailings.edit.preview')}
        options={[
          { id: 'phone', label: t('mailings.edit.phone') },
          { id: 'desktop', label: t('mailings.edit.desktop') },
        ]}
        selected={[size]}
        onSelect={([chosen]) => setSize(chosen ?? 'phone')}
      />
      <iframe
        className="mailing-preview"
        data-size={size}
        title={t('mailings.edit.previewOf')}
        sandbox="allow-same-origin"
        srcDoc={html}
      />
    </div>
  )
}
