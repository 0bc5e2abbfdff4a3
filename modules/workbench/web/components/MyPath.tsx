import './workbench.css'
import { useMutation, useQuery } from '@tanstack/react-query'
import { X } from 'lucide-react'
import { useState } from 'react'
import { MemberLink } from '#modules/people/web/public.ts'
import { api } from '#platform/web/api.ts'
import { useErrorToast } from '#platform/web/errors.ts'
import { queryClient } from '#platform/web/query-client.ts'
import { useInvalidateOn } from '#platform/web/realtime.ts'
import type { SlotCommunity } from '#platform/web/slots.tsx'
import { toast } from '#platform/web/toasts.ts'
import { Button } from '#ui/Button.tsx'
import { Section } from '#ui/Layout.tsx'
import { TextArea } from '#ui/TextArea.tsx'
import type { OwnPath } from '#modules/workbench/contract.ts'
import { firstNameOf } from '../openers.ts'
import { keys, pathQuery } from '../queries.ts'
import { useT } from '../t.ts'
import { PathSteps } from './PathSteps.tsx'

/** On a community's page: my own first weeks here, and the newcomers I accompany; nothing for everybody else. */
export default function MyPath({ community }: { community: SlotCommunity }) {
  const { data } = useQuery(pathQuery(community.slug))
  useInvalidateOn('buddyAsked', keys.path(community.slug))
  useInvalidateOn('buddyFound', keys.path(community.slug))
  if (!data || (!data.path && data.accompanied.length === 0)) return null
  return (
    <div id="my-path">
      {data.accompanied.length > 0 && <Accompanied slug={community.slug} own={data} />}
      {data.path && <Path slug={community.slug} path={data.path} />}
    </div>
  )
}

function useChange(slug: string) {
  const t = useT()
  const onError = useErrorToast(t)
  const onSuccess = (own: OwnPath) => queryClient.setQueryData(keys.path(slug), own)
  const walk = useMutation({
    mutationFn: (body: { isPutAway?: boolean; isMissionDone?: boolean; thanks?: string }) =>
      api('PUT /api/v1/communities/:community/welcome-path', { params: { community: slug }, body }),
    onSuccess,
    onError,
  })
  const answer = useMutation({
    mutationFn: ({ memberId, answer: said }: { memberId: string; answer: 'yes' | 'no' | 'end' }) =>
      api('PUT /api/v1/communities/:community/newcomers/:memberId', {
        params: { community: slug, memberId },
        body: { answer: said },
      }),
    onSuccess,
    onError,
  })
  return { walk, answer }
}

function Path({ slug, path }: { slug: string; path: NonNullable<OwnPath['path']> }) {
  const t = useT()
  const { walk } = useChange(slug)
  const [thanks, setThanks] = useState<string>()
  const { buddy, buddyState, mission, steps } = path
  const putAway = () =>
    walk.mutate(
      { isPutAway: true },
      {
        onSuccess: () =>
          toast(t('path.away'), {
            action: { label: t('undo'), run: () => walk.mutate({ isPutAway: false }) },
          }),
      },
    )
  return (
    <Section
      title={t('path.title')}
      aside={
        <Button look="quiet" icon size="small" aria-label={t('path.putAway')} onPress={putAway}>
          <X aria-hidden />
        </Button>
      }
    >
      <div className="grid gap-3">
        <PathSteps steps={steps} />
        {buddy && buddyState !== 'asked' && (
          <p>
            {t(buddyState === 'ended' ? 'path.buddyWas' : 'path.buddy')} <MemberLink member={buddy} />
          </p>
        )}
        {mission && (
          <div className="grid gap-2">
            <p dir="auto">{t('mission.is', { mission })}</p>
            {!steps.mission && (
              <p>
                <Button size="small" onPress={() => walk.mutate({ isMissionDone: true })}>
                  {t('path.missionDone')}
                </Button>
              </p>
            )}
          </div>
        )}
        {buddy && buddyState === 'accepted' && steps.answered && thanks === undefined && (
          <p>
            <Button size="small" onPress={() => setThanks('')}>
              {t('path.thank', { name: firstNameOf(buddy.displayName) })}
            </Button>
          </p>
        )}
        {buddy && thanks !== undefined && buddyState === 'accepted' && (
          <div className="grid gap-2">
            <TextArea
              label={t('path.thanksWords')}
              value={thanks}
              onChange={setThanks}
              rows={2}
              maxLength={500}
            />
            <p>
              <Button size="small" isPending={walk.isPending} onPress={() => walk.mutate({ thanks })}>
                {t('path.end')}
              </Button>
            </p>
          </div>
        )}
        <p className="text-sm text-muted">{t('path.whoSees')}</p>
      </div>
    </Section>
  )
}

function Accompanied({ slug, own }: { slug: string; own: OwnPath }) {
  const t = useT()
  const { answer } = useChange(slug)
  return (
    <Section title={t('path.accompanied')}>
      <ul className="rows" aria-label={t('path.accompanied')}>
        {own.accompanied.map(({ member, state, mission }) => {
          const name = firstNameOf(member.displayName)
          const say = (said: 'yes' | 'no' | 'end', words: string) =>
            answer.mutate({ memberId: member.id, answer: said }, { onSuccess: () => toast(words) })
          return (
            <li key={member.id} className="grid gap-2">
              <p>
                <MemberLink member={member} className="font-semibold" />
              </p>
              <p className="text-muted">
                {state === 'asked'
                  ? t('path.asked', { name })
                  : mission
                    ? t('mission.is', { mission })
                    : t('path.firstWeeks')}
              </p>
              <div className="morning-acts">
                {state === 'asked' ? (
                  <>
                    <Button
                      size="small"
                      look="primary"
                      onPress={() => say('yes', t('path.saidYes', { name }))}
                    >
                      {t('path.yes')}
                    </Button>
                    <Button size="small" onPress={() => say('no', t('path.saidNo'))}>
                      {t('asked.notThisTime')}
                    </Button>
                  </>
                ) : (
                  <Button size="small" onPress={() => say('end', t('path.ended', { name }))}>
                    {t('path.endAccompanying')}
                  </Button>
                )}
              </div>
            </li>
          )
        })}
      </ul>
    </Section>
  )
}
