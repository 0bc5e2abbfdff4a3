import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openDb } from '#platform/db/pool.ts'
import { createLog } from '#platform/log.ts'
import { freshDatabase } from '#platform/testing/database.ts'
import { evaluate, groundFor, misspell, readProposals, seeded, writeWorld } from './evaluate.ts'

const data = join(import.meta.dirname, '../../../shared/data/consultation-fr')

test('a slip is the same for the same seed, and leaves small words alone', () => {
  const twice = [1, 2].map(() => misspell('La neutralité de l’internet pour tous', seeded(7)))
  expect(twice[0]).toBe(twice[1])
  expect(twice[0]).not.toContain('neutralité')
  expect(twice[0]).toMatch(/^La .* pour tous$/)
})

test.skipIf(!existsSync(data))(
  'a title finds its own body among the ten first, four times in five (skipped without the consultation’s files)',
  async () => {
    const database = await freshDatabase()
    const db = openDb(database.url, createLog({ level: 'silent' }), { max: 2 })
    try {
      const proposals = await readProposals(data)
      const { ctx, authorId, communityId } = await groundFor(db)
      const world = await writeWorld(ctx, proposals, authorId, communityId)
      const found = await evaluate(
        world,
        proposals.map((proposal) => proposal.title),
      )
      expect(found.n).toBeGreaterThan(100)
      expect(found.hitAt10).toBeGreaterThan(0.8)
    } finally {
      await db.close()
      await database.drop()
    }
  },
  120_000,
)
