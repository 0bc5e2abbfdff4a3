import { Frame } from '#modules/workbench/web/public.ts'
import { ButtonLink } from '#platform/web/links.tsx'
import { Desk } from '../components/Desk.tsx'
import { pulsePath } from '../paths.ts'
import { useT } from '../t.ts'

/** Workbench: prepare a wave, follow its share of answers, answer it. Never an individual. */
export function DeskPage() {
  const t = useT()
  return (
    <Frame title={t('title')} lead={t('desk.lead')}>
      {({ slug }) => (
        <div className="grid gap-5">
          <p>
            <ButtonLink to={pulsePath(slug)} look="quiet">
              {t('desk.read')}
            </ButtonLink>
          </p>
          <Desk scope={{ slug }} />
        </div>
      )}
    </Frame>
  )
}
