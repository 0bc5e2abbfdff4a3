import { columnsOf } from '#platform/privacy/own-data.ts'
import type { OwnData } from '#platform/privacy/own-data.ts'

/** Words lent to reports, stories, and what somebody wrote as a manager. */
export const ownData: OwnData = {
  columns: [
    // Lent words go with the person who lent them.
    ...columnsOf('reports', 'delete', 'voice.author_id story_person.member_id export.asked_by'),
    ...columnsOf(
      'reports',
      'clear',
      'voice.asked_by decision.owner_id decision.asked_by decision.answered_by value_story.told_by return_assumption.changed_by assessment.by_member_id',
    ),
    ...columnsOf('reports', 'keep', 'version.by_member_id version.published_by'),
  ],
  archive: [
    {
      name: 'voices',
      sql: `select quote, state, shown_as as "shownAs", asked_at as "askedAt", answered_at as "answeredAt"
              from reports.voice where author_id = $1 order by asked_at`,
    },
    {
      name: 'storiesNamingMe',
      sql: `select s.what, p.state, p.shown_as as "shownAs", p.asked_at as "askedAt"
              from reports.story_person p join reports.value_story s on s.id = p.story_id
             where p.member_id = $1 order by p.asked_at`,
    },
    {
      name: 'reportTexts',
      sql: `select to_char(r.month, 'YYYY-MM') as month, v.number, v.at, v.texts
              from reports.version v join reports.report r on r.id = v.report_id
             where v.by_member_id = $1 order by v.at`,
    },
    {
      name: 'valueStories',
      sql: `select cycle, what, happened_on as "happenedOn", told_at as "toldAt" from reports.value_story where told_by = $1 order by told_at`,
    },
    {
      name: 'communityExports',
      sql: `select asked_at as "askedAt", reason, parts from reports.export where asked_by = $1 order by asked_at`,
    },
  ],
}
