import type { Context } from '#platform/context.ts'
import type { ReleaseAsked } from './release.ts'

/** Publishes the picture of a quarter's ties between the entities for which its index was published. */
export async function releaseNetwork(_ctx: Context, _asked: ReleaseAsked): Promise<void> {}
