export const voicesPath = '/me/voices'
export const reportsPath = (slug: string): string => `/communities/${slug}/reports`
export const reportPath = (slug: string, month: string): string => `${reportsPath(slug)}/${month}`
export const writePath = (slug: string): string => `/communities/${slug}/workbench/report`
export const worthPath = (slug: string): string => `/communities/${slug}/workbench/maturity`

/** Address of a report as a file; the session travels with it. */
export const filePath = (
  slug: string,
  month: string,
  format: 'pdf' | 'md',
  asked: { language: string; version?: number | undefined; draft?: boolean | undefined },
): string => {
  const query = new URLSearchParams({ format, language: asked.language })
  if (asked.version !== undefined) query.set('version', String(asked.version))
  if (asked.draft) query.set('draft', 'true')
  return `/api/v1/communities/${slug}/reports/${month}/file?${query}`
}
export const exportFilePath = (slug: string, id: string): string =>
  `/api/v1/communities/${slug}/exports/${id}/file`
export const textPath = (postId: string): string => `/posts/${postId}`
