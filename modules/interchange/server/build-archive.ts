import { createHash } from 'node:crypto'
import { buffer } from 'node:stream/consumers'
import { zipSync } from 'fflate'
import type { Zippable } from 'fflate'
import { archiveDays } from '#modules/interchange/contract.ts'
import type { Context } from '#platform/context.ts'
import { newId } from '#platform/ids.ts'
import { listOwnData } from '#platform/privacy/own-data.ts'
import type { Services } from '#platform/services.ts'
import { insertBlob } from './blobs.ts'
import { findMemberOfArchive, listSection, setArchiveReady } from './queries/own-data.ts'
import { readablePage } from './readable-page.ts'

/**
 * Puts the archive together: one JSON file a section, everything in `data.json`, a page to read, the files. In the
 * job's transaction, so that all of it is of one moment. Memory: the person's own files at once.
 */
export async function buildArchive(ctx: Context, id: string, services: Services): Promise<void> {
  const whose = await findMemberOfArchive(ctx.tx, id)
  // Asked again meanwhile, or the person is gone.
  if (!whose) return
  const files: Zippable = {}
  const data: Record<string, Record<string, unknown[]>> = {}
  for (const { module, own } of listOwnData())
    for (const section of own.archive) {
      const rows = await listSection(ctx.tx, section, whose.memberId)
      const told = section.hasFiles ? await addFiles(files, section.name, rows, services) : rows
      if (told.length === 0) continue
      data[module] = { ...data[module], [section.name]: told }
      files[`${module}/${section.name}.json`] = bytes(JSON.stringify(told, null, 2))
    }
  files['data.json'] = bytes(JSON.stringify(data, null, 2))
  files['index.html'] = bytes(await readablePage(data, whose.language, ctx.now))
  const zip = Buffer.from(zipSync(files, { level: 6 }))
  const blobId = newId(ctx.now.getTime())
  await services.blobs.put(blobId, zip)
  await insertBlob(ctx.tx, {
    id: blobId,
    sha256: createHash('sha256').update(zip).digest(),
    size: zip.length,
    contentType: 'application/zip',
  })
  await setArchiveReady(ctx.tx, id, {
    blobId,
    size: zip.length,
    at: ctx.now,
    expiresAt: new Date(ctx.now.getTime() + archiveDays * 86_400_000),
  })
}

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

/** The bytes under `files/`, and in the rows the name under which they stand. Names are made ours: no path, no twins. */
async function addFiles(
  into: Zippable,
  section: string,
  rows: readonly Record<string, unknown>[],
  services: Services,
): Promise<Record<string, unknown>[]> {
  const told: Record<string, unknown>[] = []
  for (const [index, { blobId, fileName, ...row }] of rows.entries()) {
    const name = String(fileName)
      .replace(/[\p{Cc}\p{Cf}/\\:*?"<>|]/gu, '_')
      .replace(/^\.+/, '_')
      .slice(-120)
    const path = `files/${section}-${String(index + 1).padStart(4, '0')}-${name}`
    const blob = await services.blobs.get(String(blobId))
    if (blob) into[path] = [await buffer(blob.stream), { level: 0 }]
    told.push({ ...row, fileName, file: blob ? path : null })
  }
  return told
}
