import { Pencil } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { MemberAvatar, MemberLink } from '#modules/people/web/public.ts'
import type { MemberCard } from '#modules/people/contract.ts'
import type { Programme } from '#modules/programmes/contract.ts'
import { Button } from '#ui/Button.tsx'
import { Rows, Section } from '#ui/Layout.tsx'
import { useT } from '../t.ts'

const PeopleDialog = lazy(() => import('./PeopleDialog.tsx'))

/** Who carries the programme and who leads it. */
export function PeoplePart({ programme }: { programme: Programme }) {
  const t = useT()
  const [isOpen, setOpen] = useState(false)
  const { sponsor, leader, coLeaders } = programme
  return (
    <Section
      title={t('people.title')}
      aside={
        programme.can.lead && (
          <Button look="quiet" size="small" icon aria-label={t('people.edit')} onPress={() => setOpen(true)}>
            <Pencil aria-hidden />
          </Button>
        )
      }
    >
      <Rows label={t('people.title')}>
        {sponsor ? (
          <Person
            member={sponsor}
            role={t(programme.sponsorAgreedAt ? 'people.sponsor' : 'people.sponsorAsked')}
          />
        ) : (
          <li className="text-muted">{t('people.noSponsor')}</li>
        )}
        {leader && <Person member={leader} role={t('people.leader')} />}
        {coLeaders.map((member) => (
          <Person key={member.id} member={member} role={t('people.coLeader')} />
        ))}
      </Rows>
      {isOpen && (
        <Suspense>
          <PeopleDialog programme={programme} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </Section>
  )
}

const Person = ({ member, role }: { member: MemberCard; role: string }) => (
  <li className="flex items-center gap-3">
    <MemberAvatar member={member} size="m" />
    <span className="min-w-0">
      <MemberLink member={member} className="font-semibold" />
      <span className="block text-sm text-muted">{[role, member.jobTitle].filter(Boolean).join(' · ')}</span>
    </span>
  </li>
)
