import { CircleCheck, CircleDashed, CircleX } from 'lucide-react'
import { settingsPath } from '#modules/communities/web/public.ts'
import { Link } from '#platform/web/links.tsx'
import type { GateState } from '#modules/lifecycle/contract.ts'
import { lifePath } from '../paths.ts'
import { useT } from '../t.ts'

/** Where what is missing is put right. */
function wayOut(slug: string, key: GateState['key']): { to: string; words: Fix } | undefined {
  switch (key) {
    case 'ideaCard':
    case 'problem':
    case 'baseline':
    case 'target':
    case 'sponsor':
    case 'core':
    case 'timeBudget':
    case 'canvasComplete':
      return { to: `${lifePath(slug, 'canvas')}`, words: 'canvas' }
    case 'peerReview':
      return { to: `${lifePath(slug, 'canvas')}`, words: 'peer' }
    case 'charter':
      return { to: settingsPath(slug, 'charter'), words: 'charter' }
    case 'readiness':
      return { to: lifePath(slug), words: 'checklist' }
    case 'launchEvent':
      return { to: `/communities/${slug}/gatherings`, words: 'gathering' }
    case 'memberShare50':
    case 'memberShare90':
      return { to: `/communities/${slug}/workbench/figures`, words: 'figures' }
    case 'indicatorReviewed':
      return { to: lifePath(slug, 'reviews'), words: 'reviews' }
    default:
      return undefined
  }
}
type Fix = 'canvas' | 'charter' | 'gathering' | 'figures' | 'reviews' | 'checklist' | 'peer'

/** Gates as they stand, each with its figure and the way out. */
export function Gates({ gates, slug }: { gates: readonly GateState[]; slug: string }) {
  const t = useT()
  return (
    <ul className="grid list-none gap-2 p-0">
      {gates.map((gate) => {
        const way = gate.isMet ? undefined : wayOut(slug, gate.key)
        const Icon = gate.isMet ? CircleCheck : gate.isHard ? CircleX : CircleDashed
        const isShare = gate.key === 'memberShare50' || gate.key === 'memberShare90'
        return (
          <li key={gate.key} className="life-gate">
            <Icon aria-hidden className={gate.isMet ? 'text-good' : gate.isHard ? 'text-bad' : 'text-warn'} />
            <div>
              <p>
                {t(`gates.${gate.key}`)}
                <span className="sr-only">{`, ${t(gate.isMet ? 'gate.met' : gate.isHard ? 'gate.hard' : 'gate.soft')}`}</span>
              </p>
              {!gate.isMet && (
                <p className="text-sm text-muted">
                  {!gate.isHard && <>{t('gate.soft')} </>}
                  {isShare
                    ? t('gate.share', { value: gate.value ?? 0, needed: gate.needed ?? 0, n: gate.n ?? 0 })
                    : gate.value !== null &&
                      gate.needed !== null &&
                      t('gate.value', { value: gate.value, needed: gate.needed })}{' '}
                  {way && <Link to={way.to}>{t(`gate.fix.${way.words}`)}</Link>}
                </p>
              )}
            </div>
          </li>
        )
      })}
    </ul>
  )
}
