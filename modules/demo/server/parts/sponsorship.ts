import type { Context } from '#platform/context.ts'
import type { DemoStory } from '../build.ts'

export async function addSponsorship(
  _ctx: Context,
  _story: DemoStory,
  _ids: ReadonlyMap<string, string>,
): Promise<void> {}
