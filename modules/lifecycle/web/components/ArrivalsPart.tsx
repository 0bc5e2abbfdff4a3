import { useQuery } from '@tanstack/react-query'
import { CommunityLink } from '#modules/communities/web/public.ts'
import { api } from '#platform/web/api.ts'
import { useFormat } from '#platform/web/i18n.tsx'
import { Button } from '#ui/Button.tsx'
import { Rows, Section } from '#ui/Layout.tsx'
import { arrivalsQuery } from '../queries.ts'
import { useT } from '../t.ts'
import { useAct } from '../use-act.ts'

/** Pages that other communities offer: taken in with their authors' names, or declined. */
export function ArrivalsPart({ slug }: { slug: string }) {
  const t = useT()
  const format = useFormat()
  const { data } = useQuery(arrivalsQuery(slug))
  const decide = useAct(
    (given: { id: string; decision: 'accepted' | 'declined' }) =>
      api('PUT /api/v1/communities/:community/life/arrivals/:transferId', {
        params: { community: slug, transferId: given.id },
        body: { decision: given.decision },
      }),
    (_, { decision }) => t(decision === 'accepted' ? 'closing.takenIn' : 'closing.declinedDone'),
  )
  if (!data || data.items.length === 0) return null
  return (
    <Section title={t('closing.arrivals')}>
      <Rows label={t('closing.arrivals')}>
        {data.items.map((one) => (
          <li key={one.id} className="grid gap-1">
            <p className="font-semibold" dir="auto">
              {one.title}
            </p>
            <p className="text-sm text-muted">
              {t('closing.wroteBy', { names: format.list(one.authors.map((card) => card.displayName)) })}
              {one.from && (
                <>
                  {' · '}
                  <CommunityLink community={one.from} />
                </>
              )}
            </p>
            <p className="max-w-[42rem]" dir="auto">
              {one.excerpt}
            </p>
            <div className="flex flex-wrap gap-2">
              <Button
                size="small"
                look="quiet"
                isDisabled={decide.isPending}
                onPress={() => decide.run({ id: one.id, decision: 'declined' })}
              >
                {t('closing.decline')}
              </Button>
              <Button
                size="small"
                look="primary"
                isDisabled={decide.isPending}
                onPress={() => decide.run({ id: one.id, decision: 'accepted' })}
              >
                {t('closing.takeIn')}
              </Button>
            </div>
          </li>
        ))}
      </Rows>
    </Section>
  )
}
