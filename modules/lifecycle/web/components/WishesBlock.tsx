import { useQuery } from '@tanstack/react-query'
import { Link } from '#platform/web/links.tsx'
import { Rows, Section } from '#ui/Layout.tsx'
import { wishesPath } from '../paths.ts'
import { fewWishesQuery } from '../queries.ts'
import { useT } from '../t.ts'
import { WishForm } from './WishForm.tsx'
import { WishRow } from './WishRow.tsx'

/** Under the communities to discover: the one that is missing, and the latest wishes. */
export default function WishesBlock({ mayCreate }: { mayCreate: boolean }) {
  const t = useT()
  const { data } = useQuery(fewWishesQuery)
  return (
    <Section
      title={t('wishes.title')}
      hint={t('wishes.hint')}
      aside={<Link to={wishesPath}>{t('wishes.all')}</Link>}
    >
      <WishForm />
      {data && data.items.length > 0 && (
        <div className="mt-6">
          <Rows label={t('wishes.page')}>
            {data.items.map((wish) => (
              <li key={wish.id}>
                <WishRow wish={wish} mayCreate={mayCreate} />
              </li>
            ))}
          </Rows>
        </div>
      )}
    </Section>
  )
}
