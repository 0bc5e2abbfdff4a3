import type { CommunityChanges, CommunityKind } from '#modules/communities/contract.ts'
import type { Tx } from '#platform/db/tx.ts'
import type { LocalText } from '#platform/shared/local-text.ts'

export interface NewCommunityRow {
  id: string
  slug: string
  kind: string
  visibility: string
  partnersAdmitted: boolean
  name: LocalText
  purpose: LocalText
  languages: string[]
  accent: string
  siteId: string | null
  createdAt: Date
  createdBy: string | null
  demo: boolean
  stage: string
}

const insert = `
  insert into communities.community
    (id, slug, kind, visibility, partners_admitted, name, purpose, languages, accent, site_id, created_at, created_by, demo, stage)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
  on conflict (slug) do nothing`

/** 0 when the slug was taken in the meantime. */
export const insertCommunity = (tx: Tx, row: NewCommunityRow): Promise<number> =>
  tx.run(insert, [
    row.id,
    row.slug,
    row.kind,
    row.visibility,
    row.partnersAdmitted,
    JSON.stringify(row.name),
    JSON.stringify(row.purpose),
    row.languages,
    row.accent,
    row.siteId,
    row.createdAt,
    row.createdBy,
    row.demo,
    row.stage,
  ])

/** Slugs that begin like this one; secret communities wear random ones and never appear here. */
export const listSlugsLike = async (tx: Tx, slug: string): Promise<Set<string>> => {
  const rows = await tx.rows<{ slug: string }>(
    `select slug from communities.community where slug = $1 or starts_with(slug, $1 || '-')`,
    [slug],
  )
  return new Set(rows.map((row) => row.slug))
}

const columns = {
  kind: 'kind',
  name: 'name',
  purpose: 'purpose',
  languages: 'languages',
  accent: 'accent',
  siteId: 'site_id',
  inviteBy: 'invite_by',
  endsOn: 'ends_on',
} as const

/** Changes only the fields that are there. */
export async function updateCommunity(
  tx: Tx,
  id: string,
  changes: CommunityChanges & { kind?: CommunityKind },
): Promise<void> {
  const set: Record<string, unknown> = {}
  for (const [field, value] of Object.entries(changes)) {
    const isText = field === 'name' || field === 'purpose'
    set[columns[field as keyof typeof columns]] = isText ? JSON.stringify(value) : value
  }
  const kysely = await tx.kysely()
  await kysely.updateTable('communities.community').set(set).where('id', '=', id).execute()
}

/** 0 when the community is closing or archived: those follow from dates. */
export const setStage = (tx: Tx, id: string, stage: string): Promise<number> =>
  tx.run(
    `update communities.community set stage = $2 where id = $1 and stage not in ('closing', 'archived')`,
    [id, stage],
  )

export const setVisibility = (
  tx: Tx,
  row: { id: string; slug: string; visibility: string; partnersAdmitted: boolean },
): Promise<number> =>
  tx.run(
    `update communities.community set slug = $2, visibility = $3, partners_admitted = $4 where id = $1`,
    [row.id, row.slug, row.visibility, row.partnersAdmitted],
  )

export const countGuests = async (tx: Tx, id: string): Promise<number> =>
  (await tx.row<{ n: number }>(
    `select count(*)::int as n from communities.membership m join people.member p on p.id = m.member_id where m.community_id = $1 and p.kind = 'guest'`,
    [id],
  ))!.n

export const siteExists = async (tx: Tx, siteId: string): Promise<boolean> =>
  (await tx.row('select 1 from people.site where id = $1', [siteId])) !== undefined

export const findCreationPolicy = async (tx: Tx): Promise<'everyone' | 'administrators'> =>
  (
    await tx.row<{ createdBy: 'everyone' | 'administrators' }>(
      `select value ->> 'createdBy' as "createdBy" from platform.setting where key = 'communities'`,
    )
  )?.createdBy ?? 'everyone'

export const setCreationPolicy = (tx: Tx, createdBy: string): Promise<number> =>
  tx.run(
    `insert into platform.setting (key, value) values ('communities', jsonb_build_object('createdBy', $1::text))
     on conflict (key) do update set value = setting.value || excluded.value, changed_at = now()`,
    [createdBy],
  )
