import { toast } from '#platform/web/toasts.ts'

/** Copies the full address; plain HTTP has no clipboard API, the old way works there. */
export async function copyLink(path: string, done: string): Promise<void> {
  const address = new URL(path, window.location.origin).href
  try {
    await navigator.clipboard.writeText(address)
  } catch {
    const field = document.createElement('textarea')
    field.value = address
    document.body.append(field)
    field.select()
    document.execCommand('copy')
    field.remove()
  }
  toast(done)
}
