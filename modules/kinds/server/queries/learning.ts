import { memberCardSql } from '#modules/people/public.ts'
import type { MemberCard } from '#modules/people/contract.ts'
import type { MyProgramme, WrittenProgrammeStep } from '#modules/kinds/contract.ts'
import type { Tx } from '#platform/db/tx.ts'
import type { StepKind } from '#modules/kinds/words.ts'

export interface ProgrammeRow {
  id: string
  kind: StepKind
  title: string
  body: string | null
  minutes: number | null
  page: { id: string; title: string } | null
  gathering: { id: string; title: string } | null
  post: { id: string; title: string } | null
  doneOn: string | null
  iHelp: boolean
  ticks: number
  helpers: number
}

/** The programme with the viewer's own ticks; of the others, counts alone. One statement. */
export const listProgramme = (tx: Tx, communityId: string, viewerId: string): Promise<ProgrammeRow[]> =>
  tx.rows<ProgrammeRow>(
    `select s.id, s.kind, s.title, s.body, s.minutes,
            (select json_build_object('id', p.id, 'title', p.title) from knowledge.page p
              where p.id = s.page_id and p.deleted_at is null and p.community_id = s.community_id) as page,
            (select json_build_object('id', g.id, 'title', g.title) from gatherings.gathering g
              where g.id = s.gathering_id and g.community_id = s.community_id) as gathering,
            (select json_build_object('id', p.id, 'title', coalesce(p.title, p.excerpt)) from discussions.post p
              where p.id = s.post_id and p.deleted_at is null and p.community_id = s.community_id) as post,
            to_char(mine.done_on, 'YYYY-MM-DD') as "doneOn", coalesce(mine.helps, false) as "iHelp",
            counts.ticks, counts.helpers
       from kinds.programme_step s
       left join kinds.tick mine on mine.step_id = s.id and mine.member_id = $2
       cross join lateral (
         select count(*)::int as ticks, (count(*) filter (where t.helps and p.state = 'active'))::int as helpers
           from kinds.tick t join communities.membership m on m.member_id = t.member_id and m.community_id = s.community_id
           join people.member p on p.id = t.member_id
          where t.step_id = s.id) counts
      where s.community_id = $1 and s.put_away_at is null order by s.position`,
    [communityId, viewerId],
  )

/** Steps of the programme now, for a change. */
export const listStepIds = async (tx: Tx, communityId: string): Promise<string[]> =>
  (
    await tx.rows<{ id: string }>(
      `select id from kinds.programme_step where community_id = $1 and put_away_at is null for update`,
      [communityId],
    )
  ).map(({ id }) => id)

/** Of what the steps lead to, how much is there in this community. */
export const countTargets = async (
  tx: Tx,
  communityId: string,
  ids: { pages: readonly string[]; gatherings: readonly string[]; posts: readonly string[] },
): Promise<number> =>
  (await tx.row<{ n: number }>(
    `select ((select count(*) from knowledge.page where community_id = $1 and id = any($2::uuid[]) and deleted_at is null)
           + (select count(*) from gatherings.gathering where community_id = $1 and id = any($3::uuid[]))
           + (select count(*) from discussions.post where community_id = $1 and id = any($4::uuid[]) and deleted_at is null))::int as n`,
    [communityId, ids.pages, ids.gatherings, ids.posts],
  ))!.n

export const saveProgramme = (
  tx: Tx,
  communityId: string,
  steps: readonly (WrittenProgrammeStep & { id: string })[],
): Promise<number> =>
  tx.run(
    `insert into kinds.programme_step (id, community_id, position, kind, title, body, minutes, page_id, gathering_id, post_id)
     select r.id, $1, r.position, r.kind, r.title, r.body, r.minutes, r.page_id, r.gathering_id, r.post_id
       from jsonb_to_recordset($2::jsonb) as r (id uuid, position int, kind text, title text, body text, minutes int,
         page_id uuid, gathering_id uuid, post_id uuid)
     on conflict (id) do update set position = excluded.position, kind = excluded.kind, title = excluded.title,
       body = excluded.body, minutes = excluded.minutes, page_id = excluded.page_id,
       gathering_id = excluded.gathering_id, post_id = excluded.post_id`,
    [
      communityId,
      JSON.stringify(
        steps.map((step, position) => ({
          id: step.id,
          position,
          kind: step.kind,
          title: step.title,
          body: step.body,
          minutes: step.minutes,
          page_id: step.pageId ?? null,
          gathering_id: step.gatheringId ?? null,
          post_id: step.postId ?? null,
        })),
      ),
    ],
  )
export const putProgrammeStepsAway = (tx: Tx, ids: readonly string[], at: Date): Promise<number> =>
  tx.run(`update kinds.programme_step set put_away_at = $2 where id = any($1::uuid[])`, [ids, at])

export const hasProgrammeStep = async (tx: Tx, communityId: string, stepId: string): Promise<boolean> =>
  (await tx.row(
    `select 1 from kinds.programme_step where community_id = $1 and id = $2 and put_away_at is null`,
    [communityId, stepId],
  )) !== undefined

/** The day of the first tick stays; whether one agrees to be asked follows the last word. */
export const setTick = (
  tx: Tx,
  tick: { stepId: string; memberId: string; on: string; helps: boolean },
): Promise<number> =>
  tx.run(
    `insert into kinds.tick (step_id, member_id, done_on, helps) values ($1, $2, $3, $4)
     on conflict (step_id, member_id) do update set helps = excluded.helps`,
    [tick.stepId, tick.memberId, tick.on, tick.helps],
  )
export const deleteTick = (tx: Tx, stepId: string, memberId: string): Promise<number> =>
  tx.run(`delete from kinds.tick where step_id = $1 and member_id = $2`, [stepId, memberId])

/** Only those who agreed, present members, in the order of their names; the viewer is left out. */
export const listHelpers = (
  tx: Tx,
  communityId: string,
  stepId: string,
  viewerId: string,
  after: { name: string | null; id: string | null },
  limit: number,
): Promise<{ member: MemberCard; name: string; id: string }[]> =>
  tx.rows(
    `select ${memberCardSql('p')} as member, lower(p.display_name) as name, p.id
       from kinds.tick t join people.member p on p.id = t.member_id and p.state = 'active'
       join communities.membership m on m.member_id = p.id and m.community_id = $1
      where t.step_id = $2 and t.helps and p.id <> $3
        and ($4::text is null or (lower(p.display_name), p.id) > ($4::text, $5::uuid))
      order by lower(p.display_name), p.id limit $6`,
    [communityId, stepId, viewerId, after.name, after.id, limit],
  )

export const listMyProgrammes = (tx: Tx, memberId: string): Promise<MyProgramme[]> =>
  tx.rows<MyProgramme>(
    `select c.slug, c.name, c.accent, count(s.id)::int as steps, count(t.step_id)::int as done,
            (array_agg(s.title order by s.position) filter (where t.step_id is null))[1] as "nextTitle"
       from communities.membership m join communities.community c on c.id = m.community_id and c.kind = 'learning' and c.stage <> 'archived'
       join kinds.programme_step s on s.community_id = c.id and s.put_away_at is null
       left join kinds.tick t on t.step_id = s.id and t.member_id = m.member_id
      where m.member_id = $1 group by c.id order by c.id limit 100`,
    [memberId],
  )

/** What is kept of one person, for that person. */
export const findOwnTraces = async (
  tx: Tx,
  memberId: string,
): Promise<{ ticks: string[]; helps: string[]; waits: number; moves: number }> =>
  (await tx.row(
    `select array(select s.title from kinds.tick t join kinds.programme_step s on s.id = t.step_id where t.member_id = $1 order by t.done_on, s.position limit 50) as ticks,
            array(select s.title from kinds.tick t join kinds.programme_step s on s.id = t.step_id where t.member_id = $1 and t.helps order by t.done_on, s.position limit 50) as helps,
            (select count(*)::int from kinds.placement where waits_for_id = $1) as waits,
            (select count(*)::int from kinds.move where moved_by = $1) as moves`,
    [memberId],
  ))!
