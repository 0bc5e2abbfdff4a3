import { useMutation, useQuery } from '@tanstack/react-query'
import { useMyCommunities } from '#modules/communities/web/public.ts'
import { pickText } from '#platform/shared/local-text.ts'
import { api } from '#platform/web/api.ts'
import { useErrorToast } from '#platform/web/errors.ts'
import { useLanguage } from '#platform/web/i18n.tsx'
import { queryClient } from '#platform/web/query-client.ts'
import { Checkbox } from '#ui/Checkbox.tsx'
import { Section } from '#ui/Layout.tsx'
import { Switch } from '#ui/Switch.tsx'
import { careQuery, keys } from '../queries.ts'
import { useT } from '../t.ts'

/** On "Me": whether managers may be proposed to take news of me, and where I accompany newcomers. */
export default function MeCare() {
  const t = useT()
  const { language } = useLanguage()
  const onError = useErrorToast(t)
  const communities = useMyCommunities()
  const { data } = useQuery(careQuery)
  const refresh = () => queryClient.invalidateQueries({ queryKey: keys.care })
  const care = useMutation({
    mutationFn: (mayBeProposed: boolean) => api('PUT /api/v1/me/care', { body: { mayBeProposed } }),
    onSuccess: (own) => queryClient.setQueryData(keys.care, own),
    onError,
  })
  const volunteer = useMutation({
    mutationFn: ({ slug, isVolunteer }: { slug: string; isVolunteer: boolean }) =>
      api('PUT /api/v1/communities/:community/welcome-path', {
        params: { community: slug },
        body: { isVolunteer },
      }),
    onError,
    onSettled: refresh,
  })
  if (!data) return null
  const willBe = volunteer.isPending ? volunteer.variables : undefined
  return (
    <Section title={t('care.meTitle')}>
      <div className="grid gap-4">
        <Switch
          isSelected={care.isPending ? care.variables : data.mayBeProposed}
          onChange={(next) => care.mutate(next)}
          hint={t('care.meHint')}
        >
          {t('care.me')}
        </Switch>
        {communities.length > 0 && (
          <fieldset className="grid gap-1">
            <legend className="font-semibold">{t('care.volunteer')}</legend>
            <p className="text-muted">{t('care.volunteerHint')}</p>
            {communities.map((one) => (
              <Checkbox
                key={one.id}
                isSelected={
                  willBe?.slug === one.slug ? willBe.isVolunteer : data.volunteersIn.includes(one.id)
                }
                onChange={(isVolunteer) => volunteer.mutate({ slug: one.slug, isVolunteer })}
              >
                {pickText(one.name, language)}
              </Checkbox>
            ))}
          </fieldset>
        )}
      </div>
    </Section>
  )
}
