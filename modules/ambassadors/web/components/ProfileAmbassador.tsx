import './ambassadors.css'
import { useQuery } from '@tanstack/react-query'
import { PlainLink } from '#platform/web/links.tsx'
import type { SlotMember } from '#platform/web/slots.tsx'
import { Section } from '#ui/Layout.tsx'
import { programmePath } from '../paths.ts'
import { memberQuery } from '../queries.ts'
import { useT } from '../t.ts'

/** On a profile: of what somebody is, or was, an ambassador, and how to reach them. */
export default function ProfileAmbassador({ member }: { member: SlotMember }) {
  const t = useT()
  const { data } = useQuery(memberQuery(member.id))
  const found = data?.items[0]
  if (!found) return null
  return (
    <Section title={t(found.isAlumni ? 'block.was' : 'block.since')}>
      <p className="amb-facts">
        {found.programmes.map(({ id, name }) => (
          <PlainLink key={id} to={programmePath(id)} className="underline">
            {name}
          </PlainLink>
        ))}
      </p>
      {!found.isAlumni && found.reachWord && <p>{t('directory.reach', { how: found.reachWord })}</p>}
    </Section>
  )
}
