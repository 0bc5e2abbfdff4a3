import type { FastifyReply } from 'fastify'
import { contentDisposition } from '#modules/discussions/public.ts'
import type { MemberContext } from '#platform/context.ts'
import type { Services } from '#platform/services.ts'
import { blocksOf } from '../blocks.ts'
import { markdownOf } from '../markdown.ts'
import { makePdf } from '../pdf/make-pdf.ts'
import type { Asked } from '../view-report.ts'
import { readReport } from './read-report.ts'

/**
 * The report as a file, made when it is fetched: rights, and the consent of those who are quoted, are those of this
 * moment. Refusals: `reportNotFound`, `unavailable`, `pdfFailed`.
 */
export async function loadReport(
  ctx: MemberContext,
  input: { community: string; month: string; format: 'pdf' | 'md' } & Asked,
  _services: Services,
  reply: FastifyReply,
): Promise<unknown> {
  const report = await readReport(ctx, input)
  const file = blocksOf(report, ctx.now)
  const name = `${report.community.slug}-${report.month}${report.publishedAt ? '' : '-draft'}.${input.format}`
  const isPdf = input.format === 'pdf'
  const bytes = isPdf ? await makePdf(file) : Buffer.from(markdownOf(file))
  return reply
    .header('content-type', isPdf ? 'application/pdf' : 'text/markdown; charset=utf-8')
    .header('content-disposition', contentDisposition('attachment', name))
    .header('content-security-policy', "default-src 'none'; sandbox")
    .send(bytes)
}
