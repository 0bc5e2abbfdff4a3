import { useQuery } from '@tanstack/react-query'
import { Link } from '#platform/web/links.tsx'
import { meetPath } from '../paths.ts'
import { meetQuery } from '../queries.ts'
import { useT } from '../t.ts'
import { MeetList } from './MeetList.tsx'

/** On the home page: three people who share a subject with the reader; nothing when there is nobody. */
export default function PeopleToMeet() {
  const { data } = useQuery(meetQuery)
  return data && data.items.length > 0 ? <Shown /> : null
}

function Shown() {
  const t = useT()
  return (
    <section aria-labelledby="people-to-meet" className="pb-6">
      <div className="section-head">
        <h2 id="people-to-meet" className="text-[1.1875rem]">
          {t('meet.title')}
        </h2>
        <Link to={meetPath} className="text-sm">
          {t('meet.all')}
        </Link>
      </div>
      <MeetList />
    </section>
  )
}
