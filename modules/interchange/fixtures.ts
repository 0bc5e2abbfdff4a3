import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

const escape = (text: string): string =>
  text.replace(/[&<>"\n]/g, (character) => `&#${character.charCodeAt(0)};`)

type Attributes = Record<string, string | number | undefined>
const rowXml = (attributes: Attributes): string =>
  `  <row ${Object.entries(attributes)
    .flatMap(([name, value]) => (value === undefined ? [] : [`${name}="${escape(String(value))}"`]))
    .join(' ')} />\n`

/** Writes the files of a small Stack Exchange dump; a string stands for raw XML inside the file. */
export async function writeDump(
  folder: string,
  files: Record<string, readonly (Attributes | string)[]>,
): Promise<void> {
  await mkdir(folder, { recursive: true })
  for (const [name, rows] of Object.entries(files)) {
    const body = rows.map((row) => (typeof row === 'string' ? row : rowXml(row))).join('')
    await writeFile(
      join(folder, name),
      `\uFEFF<?xml version="1.0" encoding="utf-8"?>\n<rows>\n${body}</rows>\n`,
    )
  }
}

const at = (minute: number): string =>
  new Date(Date.UTC(2020, 0, 1) + minute * 60_000).toISOString().slice(0, -1)

/** A regular dump of `n` questions by 50 people, each with one answer, one comment and two votes; every third accepted. */
export function regularDump(n: number): Record<string, Attributes[]> {
  const questions = Array.from({ length: n }, (_unused, index) => index)
  return {
    'Users.xml': Array.from({ length: 50 }, (_unused, index) => ({
      Id: index + 1,
      DisplayName: `Personne ${index + 1}`,
      CreationDate: at(index),
    })),
    'Posts.xml': questions.flatMap((index) => [
      {
        Id: 2 * index + 1,
        PostTypeId: 1,
        CreationDate: at(100 + 60 * index),
        OwnerUserId: (index % 50) + 1,
        Title: `Question ${index}`,
        Body: `<p>Comment fait-on <b>${index}</b> ?</p>`,
        Tags: '<un><deux>',
        ...(index % 3 === 0 && { AcceptedAnswerId: 2 * index + 2 }),
      },
      {
        Id: 2 * index + 2,
        PostTypeId: 2,
        ParentId: 2 * index + 1,
        CreationDate: at(130 + 60 * index),
        OwnerUserId: ((index + 7) % 50) + 1,
        Body: '<p>Comme ceci.</p>',
      },
    ]),
    'Comments.xml': questions.map((index) => ({
      Id: index + 1,
      PostId: 2 * index + 2,
      Text: 'Merci, cela marche.',
      CreationDate: at(140 + 60 * index),
      UserId: (index % 50) + 1,
    })),
    'Votes.xml': questions.flatMap((index) => [
      { Id: 2 * index + 1, PostId: 2 * index + 1, VoteTypeId: 2, CreationDate: at(150 + 60 * index) },
      { Id: 2 * index + 2, PostId: 2 * index + 2, VoteTypeId: 3, CreationDate: at(150 + 60 * index) },
    ]),
  }
}
