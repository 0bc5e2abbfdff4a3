import { ArrowUp } from 'lucide-react'
import { Button } from '#ui/Button.tsx'
import { useT } from '../t.ts'
import type { LiveFeed } from './use-live-feed.ts'

/** "3 new posts": the list moves only when it is pressed. */
export function LivePill({ live }: { live: LiveFeed }) {
  const t = useT()
  return (
    <div className="live-pill" role="status">
      {live.waiting > 0 && (
        <Button look="primary" size="small" onPress={live.show}>
          <ArrowUp aria-hidden />
          {t('home.newPosts', { n: live.waiting })}
        </Button>
      )}
    </div>
  )
}
