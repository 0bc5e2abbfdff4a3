import type { Tx } from '#platform/db/tx.ts'
import { newId } from '#platform/ids.ts'

export interface DemoExpertise {
  people: readonly {
    memberId: string
    projects: readonly { name: string; role: string | null; fromYear: number | null; toYear: number | null }[]
    interests: readonly string[]
    named: readonly string[]
  }[]
  absences: readonly { memberId: string; from: string; to: string }[]
  confirmations: readonly {
    id: string
    memberId: string
    byMemberId: string
    skill: string
    occasion: string
    at: Date
  }[]
  asks: readonly {
    id: string
    postId: string
    memberId: string
    byMemberId: string
    note: string | null
    at: Date
  }[]
}

/** One statement per table. */
export async function insertDemoExpertise(tx: Tx, demo: DemoExpertise, now: Date): Promise<void> {
  await tx.run(
    `insert into expertise.project (id, member_id, name, role, from_year, to_year)
     select r.id, r.member, r.name, r.role, r."fromYear", r."toYear"
       from json_to_recordset($1::json) as r (id uuid, member uuid, name text, role text, "fromYear" int, "toYear" int) on conflict do nothing`,
    [
      JSON.stringify(
        demo.people.flatMap(({ memberId, projects }) =>
          projects.map((project) => ({ id: newId(), member: memberId, ...project })),
        ),
      ),
    ],
  )
  await tx.run(
    `insert into expertise.interest (member_id, label)
     select r.member, r.label from json_to_recordset($1::json) as r (member uuid, label text) on conflict do nothing`,
    [
      JSON.stringify(
        demo.people.flatMap(({ memberId, interests }) =>
          interests.map((label) => ({ member: memberId, label })),
        ),
      ),
    ],
  )
  await tx.run(
    `insert into expertise.named_expert (member_id, skill_key, at)
     select r.member, people.fold(r.skill), $2 from json_to_recordset($1::json) as r (member uuid, skill text) on conflict do nothing`,
    [
      JSON.stringify(
        demo.people.flatMap(({ memberId, named }) => named.map((skill) => ({ member: memberId, skill }))),
      ),
      now,
    ],
  )
  await tx.run(
    `insert into expertise.absence (member_id, starts_on, ends_on, said_at)
     select r."memberId", r."from", r."to", $2 from json_to_recordset($1::json) as r ("memberId" uuid, "from" date, "to" date) on conflict do nothing`,
    [JSON.stringify(demo.absences), now],
  )
  await tx.run(
    `insert into expertise.confirmation (id, member_id, skill_key, by_member_id, occasion, at)
     select r.id, r."memberId", people.fold(r.skill), r."byMemberId", r.occasion, r.at
       from json_to_recordset($1::json) as r (id uuid, "memberId" uuid, skill text, "byMemberId" uuid, occasion text, at timestamptz) on conflict do nothing`,
    [JSON.stringify(demo.confirmations)],
  )
  await tx.run(
    `insert into expertise.ask (id, post_id, to_member_id, by_member_id, by_role, note, at)
     select r.id, r."postId", r."memberId", r."byMemberId", 'author', r.note, r.at
       from json_to_recordset($1::json) as r (id uuid, "postId" uuid, "memberId" uuid, "byMemberId" uuid, note text, at timestamptz) on conflict do nothing`,
    [JSON.stringify(demo.asks)],
  )
}
