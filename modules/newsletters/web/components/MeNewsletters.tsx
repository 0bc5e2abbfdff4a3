import { useQuery } from '@tanstack/react-query'
import { pickText } from '#platform/shared/local-text.ts'
import { api } from '#platform/web/api.ts'
import { useLanguage } from '#platform/web/i18n.tsx'
import { Link } from '#platform/web/links.tsx'
import { Button } from '#ui/Button.tsx'
import { Notice, Rows, Section } from '#ui/Layout.tsx'
import { Switch } from '#ui/Switch.tsx'
import { newslettersPath } from '../paths.ts'
import { mineQuery } from '../queries.ts'
import { useT } from '../t.ts'
import { useAct } from '../use-act.ts'

/** On "Me": which newsletters come by mail, and whether mails arrive at all. */
export default function MeNewsletters() {
  const t = useT()
  const { language } = useLanguage()
  const { data } = useQuery(mineQuery)
  const choose = useAct(
    ({ id, takes }: { id: string; takes: boolean }) =>
      api('PUT /api/v1/me/newsletters/:newsletter', {
        params: { newsletter: id },
        body: { level: takes ? 'mail' : 'nothing' },
      }),
    t('form.saved'),
  )
  const works = useAct(() => api('DELETE /api/v1/me/mail-trouble'), t('form.saved'))
  if (!data || (data.items.length === 0 && !data.trouble)) return null
  return (
    <Section
      title={t('mine.title')}
      hint={t('mine.hint')}
      aside={<Link to={newslettersPath}>{t('mine.all')}</Link>}
    >
      {data.trouble && (
        <Notice tone="warn">
          <p>
            {t(data.trouble.isMarked ? 'mine.trouble' : 'mine.troubleSoon', { email: data.trouble.email })}
          </p>
          <p className="pt-2">
            <Button size="small" isPending={works.isPending} onPress={() => works.run()}>
              {t('mine.works')}
            </Button>
          </p>
        </Notice>
      )}
      <Rows label={t('mine.title')}>
        {data.items.map((one) => (
          <li key={one.id}>
            <Switch
              isSelected={one.level === 'mail'}
              onChange={(takes) => choose.run({ id: one.id, takes })}
              isDisabled={choose.isPending}
            >
              {pickText(one.name, language)} · {t('mine.byMail')}
            </Switch>
          </li>
        ))}
      </Rows>
    </Section>
  )
}
