import { useQuery } from '@tanstack/react-query'
import { Gavel, MessageCircleHeart, Scale } from 'lucide-react'
import { Way } from '#modules/people/web/public.ts'
import { useMember } from '#platform/web/session.ts'
import { Rows, Section } from '#ui/Layout.tsx'
import { mediationPath, notesPath, officesPath } from '../paths.ts'
import { mineQuery } from '../queries.ts'
import { useT } from '../t.ts'

/** On "Me": notes and reports; for those who hold an office, what waits there. */
export default function MeNotes() {
  const t = useT()
  const member = useMember()
  const mediation = useQuery(mineQuery).data?.mediation ?? null
  return (
    <Section title={t('mine.title')}>
      <Rows label={t('mine.title')}>
        <Way
          to={notesPath}
          icon={<MessageCircleHeart aria-hidden />}
          title={t('mine.title')}
          hint={t('mine.link')}
        />
        {mediation !== null && (
          <Way
            to={mediationPath}
            icon={<Scale aria-hidden />}
            title={t('mine.mediation', { n: mediation })}
            hint={t('mediation.lead')}
          />
        )}
        {member.isAdministrator && (
          <Way
            to={officesPath}
            icon={<Gavel aria-hidden />}
            title={t('offices.mediators')}
            hint={t('offices.lead')}
          />
        )}
      </Rows>
    </Section>
  )
}
