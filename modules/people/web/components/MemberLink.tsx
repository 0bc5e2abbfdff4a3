import type { MemberCard } from '#modules/people/contract.ts'
import { formerMemberId } from '#modules/people/contract.ts'
import { PlainLink } from '#platform/web/links.tsx'
import { Avatar } from '#ui/Avatar.tsx'
import { cx } from '#ui/cx.ts'
import { memberPath } from '../paths.ts'
import { useT } from '../t.ts'
import './people.css'

type Face = Pick<MemberCard, 'id' | 'displayName' | 'photoUrl'>

/** Photo or initials; large photos ask for the large file. */
export function MemberAvatar({
  member,
  size,
  label,
}: {
  member: Face
  size?: 's' | 'm' | 'l' | 'xl'
  label?: string
}) {
  const photo = member.photoUrl && size === 'xl' ? `${member.photoUrl}?size=large` : member.photoUrl
  return <Avatar id={member.id} name={member.displayName} photo={photo} size={size} label={label} />
}

type Named = Pick<MemberCard, 'id' | 'displayName'> & Partial<Pick<MemberCard, 'kind' | 'isFormer'>>

/** A person's name, leading to their page unless it stands for nobody any more. */
export function MemberLink({ member, className }: { member: Named; className?: string }) {
  const t = useT()
  if (member.id === formerMemberId) return <span className={className}>{t('person.former')}</span>
  return (
    <>
      <PlainLink to={memberPath(member.id)} className={cx('member-link', className)}>
        <bdi>{member.displayName}</bdi>
      </PlainLink>
      {member.kind === 'guest' && <span className="member-note">{t('person.guest')}</span>}
      {member.isFormer && <span className="member-note">{t('person.left')}</span>}
    </>
  )
}
