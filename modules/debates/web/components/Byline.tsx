import type { MemberCard } from '#modules/people/contract.ts'
import { MemberLink } from '#modules/people/web/public.ts'
import { useT } from '../t.ts'

/** Who gave their name, and how many did not; oneself among them is said to oneself alone. */
export function Byline({
  authors,
  nameless,
  isMine,
}: {
  authors: readonly MemberCard[]
  nameless: number
  isMine: boolean
}) {
  const t = useT()
  return (
    <>
      {authors.map((author) => (
        <MemberLink key={author.id} member={author} />
      ))}
      {nameless > 0 && <span>{t('argument.nameless', { n: nameless })}</span>}
      {isMine && <span>{t('argument.mine')}</span>}
    </>
  )
}
