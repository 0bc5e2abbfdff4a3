import '../components/discussions.css'
import { useEffect } from 'react'
import type { Attachment } from '#modules/discussions/contract.ts'
import { AttachmentStrip } from './AttachmentStrip.tsx'
import { TextEditor } from './TextEditor.tsx'
import { useAttachments } from './use-attachments.ts'

export interface TextWithFilesProps {
  label: string
  placeholder?: string | undefined
  language: string
  value: string
  onChange: (markdown: string) => void
  /** Ctrl or ⌘ + Enter. */
  onSubmit: () => void
  attachments: Attachment[]
  onAttachments: (change: (list: Attachment[]) => Attachment[]) => void
  /** A file is on its way: nothing is to be sent yet. */
  onBusy: (isBusy: boolean) => void
  rows?: number | undefined
  describedBy?: string | undefined
}

/** The editor of conversations with its files, for texts of modules above. What it keeps is Markdown. */
export default function TextWithFiles({
  attachments: list,
  onAttachments,
  onBusy,
  ...props
}: TextWithFilesProps) {
  const attachments = useAttachments(list, onAttachments)
  const { isBusy } = attachments
  // Outside system: the form around, which must not send while a file is on its way.
  useEffect(() => onBusy(isBusy), [isBusy, onBusy])
  return (
    <div className="writing-frame px-4 pt-2">
      <TextEditor {...props} onFiles={attachments.add} showTools>
        <AttachmentStrip list={list} attachments={attachments} />
      </TextEditor>
    </div>
  )
}
