import type { FastifyReply } from 'fastify'

export interface TextFile {
  fileName: string
  text: string
}

/** A Markdown file to keep; never shown as a page. File names are ours: letters, digits and hyphens. */
export const sendText = (reply: FastifyReply, { fileName, text }: TextFile): unknown =>
  reply
    .header('content-type', 'text/markdown; charset=utf-8')
    .header('content-disposition', `attachment; filename="${fileName}"`)
    .header('content-security-policy', "sandbox; default-src 'none'")
    .header('x-content-type-options', 'nosniff')
    .header('cache-control', 'private, no-store')
    .send(text)
