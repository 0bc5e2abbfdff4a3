import { randomInt } from 'node:crypto'
import type { Context } from '#platform/context.ts'
import { emit } from '#platform/events/events.ts'
import { newId } from '#platform/ids.ts'
import { cleanLocalText } from '#platform/shared/local-text.ts'
import type { LocalText } from '#platform/shared/local-text.ts'
import { enforce, Refusal } from '#platform/shared/refusal.ts'
import type { NewCommunity } from '#modules/communities/contract.ts'
import { communityCreated, memberJoined, roleGranted } from '#modules/communities/events.ts'
import { charterTemplate } from '#modules/communities/server/charter-template.ts'
import { canCreate } from '#modules/communities/server/policy.ts'
import { insertCharterVersion } from '#modules/communities/server/queries/charter.ts'
import {
  findCreationPolicy,
  insertCommunity,
  listSlugsLike,
  siteExists,
} from '#modules/communities/server/queries/communities.ts'
import { insertMembership, insertRole } from '#modules/communities/server/queries/membership.ts'
import { accentOf } from '#ui/accents.ts'

/** What jobs, the command line and the demo may add. */
export interface Founding {
  /** The founder and first manager; by default the actor. Null: nobody yet. */
  founderId?: string | null
  /** Wanted address; a number is added when it is taken. */
  slug?: string
  createdAt?: Date
  demo?: boolean
  /** Where it begins; `framing` by default, `opportunity` for a wish. */
  stage?: 'opportunity' | 'framing'
}

/** Founds a community. A member who founds becomes its first manager. Emits communityCreated, memberJoined, roleGranted. */
export async function createCommunity(
  ctx: Context,
  input: NewCommunity,
  founding: Founding = {},
): Promise<{ id: string; slug: string }> {
  enforce(canCreate(ctx.actor, ctx.actor.kind === 'member' ? await findCreationPolicy(ctx.tx) : 'everyone'))
  const by = ctx.actor.kind === 'member' ? ctx.actor.memberId : null
  const founderId = founding.founderId === undefined ? by : founding.founderId
  const createdAt = founding.createdAt ?? ctx.now
  const name = getText(input.name)
  if (input.siteId && !(await siteExists(ctx.tx, input.siteId)))
    throw new Refusal('invalidInput', { fields: [{ field: 'body/siteId' }] })
  const id = newId(createdAt.getTime())
  const row = {
    id,
    kind: input.kind,
    visibility: input.visibility,
    partnersAdmitted: input.partnersAdmitted ?? false,
    name,
    purpose: getText(input.purpose),
    languages: input.languages ?? Object.keys(name),
    accent: input.accent ?? accentOf(id),
    siteId: input.siteId ?? null,
    createdAt,
    createdBy: founderId,
    demo: founding.demo ?? false,
    stage: founding.stage ?? 'framing',
  }
  const slug = await claimSlug(ctx, founding.slug ?? slugOf(name), input.visibility, (candidate) =>
    insertCommunity(ctx.tx, { ...row, slug: candidate }),
  )
  await emit(ctx, communityCreated(id, {}))
  if (founderId) {
    await insertMembership(ctx.tx, {
      communityId: id,
      memberId: founderId,
      at: createdAt,
      charterVersion: null,
    })
    await insertRole(ctx.tx, {
      communityId: id,
      memberId: founderId,
      role: 'manager',
      at: createdAt,
      byMemberId: by,
    })
    await emit(ctx, memberJoined(id, { memberId: founderId }))
    await emit(ctx, roleGranted(id, { memberId: founderId, role: 'manager' }))
  }
  if (input.charter === 'template')
    await insertCharterVersion(ctx.tx, {
      communityId: id,
      articles: [...charterTemplate],
      at: createdAt,
      byMemberId: founderId,
    })
  return { id, slug }
}

/** A text with something in it, in its stored form. */
export function getText(text: LocalText): LocalText {
  const clean = cleanLocalText(text)
  if (!clean.fr && !clean.en) throw new Refusal('textMissing')
  return clean
}

/** The address made from a name: letters without accents, digits, hyphens. */
export function slugOf(name: LocalText): string {
  const words = (name.fr ?? name.en ?? '')
    .replaceAll(/[œŒ]/g, 'oe')
    .replaceAll(/[æÆ]/g, 'ae')
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 48)
    .replace(/-+$/, '')
  // A name in another script, one that reads like an identifier, or a page of ours, gets a neutral address.
  return words === '' || words === 'new' || /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-/.test(words) ? 'c' : words
}

const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789'
const randomPart = (): string =>
  Array.from({ length: 14 }, () => alphabet[randomInt(alphabet.length)]).join('')

/**
 * Writes with an address that is free. A secret community wears a random one: a name, taken or not, then says
 * nothing about it (T33, T36), and what others get for the same name does not change.
 */
export async function claimSlug(
  ctx: Context,
  wanted: string,
  visibility: string,
  write: (slug: string) => Promise<number>,
): Promise<string> {
  const taken = visibility === 'secret' ? undefined : await listSlugsLike(ctx.tx, wanted)
  let slug = taken ? wanted : `c-${randomPart()}`
  for (let n = 2; taken?.has(slug); n++) slug = `${wanted}-${n}`
  if ((await write(slug)) > 0) return slug
  // Somebody took it between the two statements.
  slug = `${wanted.slice(0, 40)}-${randomPart()}`
  if ((await write(slug)) > 0) return slug
  throw new Refusal('conflict')
}
