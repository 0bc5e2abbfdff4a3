import { useMutation, useQuery } from '@tanstack/react-query'
import { api } from '#platform/web/api.ts'
import { useErrorToast } from '#platform/web/errors.ts'
import { ButtonLink, PlainLink } from '#platform/web/links.tsx'
import { toast } from '#platform/web/toasts.ts'
import { Button } from '#ui/Button.tsx'
import { Section } from '#ui/Layout.tsx'
import { newPagePath, postPath } from '../paths.ts'
import { refreshWorkbench, repeatedQuery } from '../queries.ts'
import { useT } from '../t.ts'

/** Four titles that differ; the same words asked twice are one line. */
const distinct = <Q extends { title: string }>(questions: readonly Q[]): Q[] =>
  [...new Map(questions.map((one) => [one.title, one])).values()].slice(0, 4)

/** Questions that come back, proposed as a page with their authors credited; nothing when none does. */
export function RepeatedQuestions({ slug }: { slug: string }) {
  const t = useT()
  const onError = useErrorToast(t)
  const { data } = useQuery(repeatedQuery(slug))
  const putAway = useMutation({
    mutationFn: (card: string) =>
      api('PUT /api/v1/communities/:community/this-morning/:card', {
        params: { community: slug, card },
        body: { decision: 'done' },
      }),
    onSuccess: (_, card) => {
      toast(t('did.repeatedAway'), {
        action: {
          label: t('undo'),
          run: () =>
            void api('DELETE /api/v1/communities/:community/this-morning/:card', {
              params: { community: slug, card },
            })
              .catch(onError)
              .finally(refreshWorkbench),
        },
      })
      refreshWorkbench()
    },
    onError,
  })
  const items = data?.items ?? []
  if (items.length === 0) return null
  return (
    <Section title={t('repeated.title')} hint={t('repeated.hint')}>
      <ul className="rows" aria-label={t('repeated.title')}>
        {items.map((group) => (
          <li key={group.bestId} className="grid gap-2">
            <ul className="grid gap-1">
              {distinct(group.questions).map((question) => (
                <li key={question.id}>
                  <PlainLink
                    to={postPath(question.id)}
                    className="hover:underline"
                    lang={question.language}
                    dir="auto"
                  >
                    {question.title}
                  </PlainLink>
                </li>
              ))}
            </ul>
            <p className="text-muted">
              {t('repeated.times', { n: String(group.questions.length) })}
              {group.credited.length > 0 &&
                ` ${t('repeated.credited', { names: group.credited.map((one) => one.displayName).join(', ') })}`}
            </p>
            <div className="morning-acts">
              <ButtonLink to={newPagePath(slug, group.bestId)}>{t('repeated.makePage')}</ButtonLink>
              <Button
                look="quiet"
                isPending={putAway.isPending && putAway.variables === `repeated:${group.bestId}`}
                onPress={() => putAway.mutate(`repeated:${group.bestId}`)}
              >
                {t('repeated.notNeeded')}
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  )
}
