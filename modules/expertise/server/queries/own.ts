import type { Tx } from '#platform/db/tx.ts'
import { newId } from '#platform/ids.ts'
import type { OwnExpertise } from '#modules/expertise/contract.ts'

/** What the person says of themselves, and their settings. One statement. */
export function findOwnExpertise(tx: Tx, memberId: string, today: string): Promise<OwnExpertise | undefined> {
  return tx.row(
    `select m.ask_me_about as skills,
            array(select s from unnest(m.ask_me_about) with ordinality as t (s, n)
                   where people.fold(s) in (select skill_key from expertise.named_expert e where e.member_id = m.id) order by n) as "namedExpertOf",
            coalesce((select jsonb_agg(jsonb_build_object('name', p.name, 'role', p.role, 'fromYear', p.from_year, 'toYear', p.to_year)
                        order by p.to_year desc nulls first, p.from_year desc nulls last, p.id)
                        from expertise.project p where p.member_id = m.id), '[]') as projects,
            array(select i.label from expertise.interest i where i.member_id = m.id order by i.key) as interests,
            not exists (select 1 from expertise.opt_out o where o.member_id = m.id and o.what = 'questions') as "mayBeAsked",
            not exists (select 1 from expertise.opt_out o where o.member_id = m.id and o.what = 'introductions') as "mayBeIntroduced",
            (select jsonb_build_object('from', a.starts_on, 'to', a.ends_on) from expertise.absence a
              where a.member_id = m.id and a.ends_on >= $2::date) as absence
       from people.member m where m.id = $1`,
    [memberId, today],
  )
}

/** Replaces the list; subjects that the person does not declare are left out. Returns how many were kept. */
export async function setNamedExpertOf(
  tx: Tx,
  memberId: string,
  skills: readonly string[],
  at: Date,
): Promise<number> {
  await tx.run(
    `delete from expertise.named_expert where member_id = $1 and skill_key not in (select people.fold(s) from unnest($2::text[]) s)`,
    [memberId, skills],
  )
  await tx.run(
    `insert into expertise.named_expert (member_id, skill_key, at)
     select m.id, wanted.key, $3 from people.member m cross join (select distinct people.fold(s) as key from unnest($2::text[]) s) wanted
      where m.id = $1 and wanted.key in (select people.fold(s) from unnest(m.ask_me_about) s)
     on conflict do nothing`,
    [memberId, skills, at],
  )
  const row = await tx.row<{ n: number }>(
    `select count(*)::int as n from expertise.named_expert where member_id = $1`,
    [memberId],
  )
  return row!.n
}

export async function setInterests(tx: Tx, memberId: string, interests: readonly string[]): Promise<void> {
  await tx.run(`delete from expertise.interest where member_id = $1`, [memberId])
  await tx.run(
    `insert into expertise.interest (member_id, label) select $1, label from unnest($2::text[]) label on conflict do nothing`,
    [memberId, interests],
  )
}

export async function setProjects(
  tx: Tx,
  memberId: string,
  projects: readonly { name: string; role: string | null; fromYear: number | null; toYear: number | null }[],
): Promise<void> {
  await tx.run(`delete from expertise.project where member_id = $1`, [memberId])
  await tx.run(
    `insert into expertise.project (id, member_id, name, role, from_year, to_year)
     select r.id, $1, r.name, r.role, r."fromYear", r."toYear"
       from json_to_recordset($2::json) as r (id uuid, name text, role text, "fromYear" int, "toYear" int)
     on conflict do nothing`,
    [memberId, JSON.stringify(projects.map((project) => ({ id: newId(), ...project })))],
  )
}

export async function setOptOut(
  tx: Tx,
  memberId: string,
  what: 'questions' | 'introductions',
  isOut: boolean,
  at: Date,
): Promise<void> {
  await (isOut
    ? tx.run(
        `insert into expertise.opt_out (member_id, what, at) values ($1, $2, $3) on conflict do nothing`,
        [memberId, what, at],
      )
    : tx.run(`delete from expertise.opt_out where member_id = $1 and what = $2`, [memberId, what]))
}

export async function setAbsence(
  tx: Tx,
  memberId: string,
  absence: { from: string; to: string } | null,
  at: Date,
): Promise<void> {
  await (absence
    ? tx.run(
        `insert into expertise.absence (member_id, starts_on, ends_on, said_at) values ($1, $2, $3, $4)
         on conflict (member_id) do update set starts_on = excluded.starts_on, ends_on = excluded.ends_on, said_at = excluded.said_at`,
        [memberId, absence.from, absence.to, at],
      )
    : tx.run(`delete from expertise.absence where member_id = $1`, [memberId]))
}

/** Absences over for a month and requests older than eighteen months are nobody's business any more. */
export async function deleteOldTraces(tx: Tx, now: Date): Promise<void> {
  await tx.run(`delete from expertise.absence where ends_on < ($1::timestamptz - interval '30 days')::date`, [
    now,
  ])
  await tx.run(`delete from expertise.ask where at < $1::timestamptz - interval '18 months'`, [now])
}

export interface OwnTraces {
  skills: string[]
  confirmations: string[]
  confirmedBy: string[]
  given: string[]
  demonstrated: string[]
  named: string[]
  projects: string[]
  interests: string[]
  absence: string[]
  optOuts: string[]
  asks: string[]
  declined: number
  notIntroduced: string[]
}

/** Everything kept about one person, for that person. */
export async function findOwnTraces(tx: Tx, memberId: string): Promise<OwnTraces> {
  const row = await tx.row<OwnTraces>(
    `select m.ask_me_about as skills,
            array(select c.occasion from expertise.confirmation c where c.member_id = m.id order by c.at desc limit 50) as confirmations,
            array(select distinct b.display_name from expertise.confirmation c join people.member b on b.id = c.by_member_id
                   where c.member_id = m.id order by 1 limit 50) as "confirmedBy",
            array(select b.display_name || ' – ' || c.occasion from expertise.confirmation c join people.member b on b.id = c.member_id
                   where c.by_member_id = m.id order by c.at desc limit 50) as given,
            array(select tag from discussions.comment k join discussions.post p on p.id = k.post_id and p.accepted_answer_id = k.id,
                         unnest(p.tags) tag
                   where k.author_id = m.id and k.deleted_at is null and p.deleted_at is null and p.author_id <> k.author_id
                  union
                  select tag from knowledge.page_author w join knowledge.page p on p.id = w.page_id and p.deleted_at is null, unnest(p.tags) tag
                   where w.member_id = m.id and w.part in ('wrote', 'answered', 'told') order by 1 limit 60) as demonstrated,
            array(select n.skill_key from expertise.named_expert n where n.member_id = m.id order by 1) as named,
            array(select p.name from expertise.project p where p.member_id = m.id order by p.key) as projects,
            array(select i.label from expertise.interest i where i.member_id = m.id order by i.key) as interests,
            array(select a.starts_on || ' – ' || a.ends_on from expertise.absence a where a.member_id = m.id) as absence,
            array(select o.what from expertise.opt_out o where o.member_id = m.id order by 1) as "optOuts",
            array(select coalesce(p.title, left(p.excerpt, 80)) from expertise.ask a join discussions.post p on p.id = a.post_id
                   where a.to_member_id = m.id and p.deleted_at is null order by a.at desc limit 50) as asks,
            (select count(*)::int from expertise.ask a where a.to_member_id = m.id and a.declined_at is not null) as declined,
            array(select o.display_name from expertise.not_introduced n join people.member o on o.id = n.other_id
                   where n.member_id = m.id order by n.at desc limit 50) as "notIntroduced"
       from people.member m where m.id = $1`,
    [memberId],
  )
  return row!
}
