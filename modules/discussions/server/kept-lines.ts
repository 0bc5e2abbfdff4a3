import type { Context } from '#platform/context.ts'

/** What a module above has every wording of a text say, however its author changes it. */
export type KeepLine = (
  ctx: Context,
  text: { postId: string; commentId: string | null; bodyMd: string },
) => Promise<string>

const keepers: KeepLine[] = []

/** Called once, at boot. */
export const alsoKeepLine = (keep: KeepLine): void => {
  if (!keepers.includes(keep)) keepers.push(keep)
}

/** The author's new wording with the lines that must stay. */
export async function withKeptLines(
  ctx: Context,
  text: { postId: string; commentId: string | null; bodyMd: string },
): Promise<string> {
  let { bodyMd } = text
  for (const keep of keepers) bodyMd = await keep(ctx, { ...text, bodyMd })
  return bodyMd
}
