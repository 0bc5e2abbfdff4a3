/** How a person likes to write on this device: words with buttons, or Markdown as it is. */
export type EditorChoice = 'simple' | 'rich' | 'markdown'

export function editorChoice(): EditorChoice {
  try {
    const stored = localStorage.getItem('preau.editor')
    return stored === 'rich' || stored === 'markdown' ? stored : 'simple'
  } catch {
    return 'simple'
  }
}

export function rememberEditor(choice: EditorChoice): void {
  try {
    localStorage.setItem('preau.editor', choice)
  } catch {
    // Storage is forbidden: asked again next time.
  }
}

/** A text whose marks would puzzle as plain text: mentions, pictures, formatting. */
export const hasMarks = (markdown: string): boolean =>
  /\]\((?:member|attachment|https?):|\*\*[^*]+\*\*|^\s*(?:[-*] |\d+\. |> |#{1,6} |```)/m.test(markdown)
