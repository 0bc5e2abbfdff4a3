import type { Tag, ThemeKind } from '#modules/listening/contract.ts'
import { publishPost } from '#modules/discussions/public.ts'
import type { Context } from '#platform/context.ts'
import { newId } from '#platform/ids.ts'
import { writeAnswerPost } from '../post.ts'
import {
  acceptDecision,
  insertCheck,
  insertDecision,
  setActionDone,
  setAnswer,
  setCheck,
  setPublished,
} from '../queries/decisions.ts'
import { setTag } from '../queries/tags.ts'
import { findWholeTheme, insertExcerpt, insertTheme, takeUntold } from '../queries/themes.ts'

export interface DemoTheme {
  title: string
  kind: ThemeKind
  description: string
  at: Date
  excerpts: readonly { postId: string; quote: string | null }[]
  checked?: { by: string; at: Date }
  asked?: { deciderId: string; question: string; at: Date; due: string }
  answered?: {
    at: Date
    weDo: readonly { text: string; due: string; ownerId: string; doneAt: Date | null }[]
    weWillNot: string
    because: string
    publishedAt: Date
  }
}

/** Only for the demo company: tags and themes with their dates; nobody is told. */
export async function addDemoListening(
  ctx: Context,
  demo: {
    communityId: string
    slug: string
    managerId: string
    tags: readonly { postId: string; memberId: string; tag: Tag; at: Date }[]
    themes: readonly DemoTheme[]
  },
): Promise<void> {
  const { communityId, managerId } = demo
  for (const { at, ...tag } of demo.tags)
    await setTag(ctx.tx, { ...tag, id: newId(at.getTime()), communityId, commentId: null, now: at })
  for (const theme of demo.themes) await addTheme(ctx, demo.slug, communityId, managerId, theme)
}

async function addTheme(
  ctx: Context,
  slug: string,
  communityId: string,
  managerId: string,
  theme: DemoTheme,
): Promise<void> {
  const { tx } = ctx
  const themeId = newId(theme.at.getTime())
  await insertTheme(tx, { ...theme, id: themeId, communityId, by: managerId, now: theme.at })
  for (const excerpt of theme.excerpts)
    await insertExcerpt(tx, {
      ...excerpt,
      id: newId(theme.at.getTime()),
      themeId,
      commentId: null,
      by: managerId,
      now: theme.at,
    })
  if (theme.checked) {
    const { by, at } = theme.checked
    const id = newId(at.getTime())
    await takeUntold(tx, themeId, at)
    await insertCheck(tx, { id, themeId, by: managerId, to: null, now: at })
    await setCheck(tx, { id, by, decision: 'confirmed', word: null, now: at })
  }
  if (!theme.asked) return
  const decisionId = newId(theme.asked.at.getTime())
  await insertDecision(tx, { ...theme.asked, id: decisionId, themeId, by: managerId, now: theme.asked.at })
  if (!theme.answered) return
  const { answered } = theme
  const actions = answered.weDo.map((one) => ({ ...one, id: newId(answered.at.getTime()) }))
  await acceptDecision(tx, decisionId, theme.asked.at)
  await setAnswer(tx, { ...answered, themeId, decisionId, now: answered.at }, actions)
  const whole = (await findWholeTheme(
    tx,
    managerId,
    answered.publishedAt.toISOString().slice(0, 10),
    themeId,
  ))!
  const { card } = await publishPost(
    { ...ctx, now: answered.publishedAt },
    {
      authorId: managerId,
      communityId,
      kind: 'news',
      language: 'fr',
      ...writeAnswerPost(whole, { language: 'fr', slug, intro: null }),
    },
  )
  await setPublished(tx, themeId, managerId, card.id, answered.publishedAt)
  for (const { id, ownerId, doneAt } of actions)
    if (doneAt) await setActionDone(tx, id, ownerId, null, doneAt)
}
