import type { MemberCard } from '#modules/people/contract.ts'
import { PlainLink } from '#platform/web/links.tsx'
import { useT } from '../t.ts'

/** The account that stands for the deleted owners of imported content (people/contract.ts, `formerMemberId`). */
const formerMember = '00000000-0000-7000-8000-000000000001'

/** Name of a person; deleted owners of imported content share one, in the reader's language. */
export function useNameOf(): (member: MemberCard) => string {
  const t = useT()
  return (member) => (member.id === formerMember ? t('former') : member.displayName)
}

/** The author's name, leading to the person unless it is nobody's any more. */
export function AuthorName({ member }: { member: MemberCard }) {
  const t = useT()
  const nameOf = useNameOf()
  if (member.id === formerMember) return <span className="author">{nameOf(member)}</span>
  return (
    <>
      <PlainLink to={`/people/${member.id}`} className="author">
        {nameOf(member)}
      </PlainLink>
      {member.kind === 'guest' && <span>{t('guest')}</span>}
      {member.isFormer && <span>{t('left')}</span>}
    </>
  )
}
