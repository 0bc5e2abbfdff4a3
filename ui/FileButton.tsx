import { Paperclip } from 'lucide-react'
import type { ReactNode } from 'react'
import { FileTrigger } from 'react-aria-components/FileTrigger'
import { Button, type ButtonLook } from './Button.tsx'

interface Props {
  children: ReactNode
  onFiles: (files: File[]) => void
  /** Accepted types, e.g. `['image/*']`. */
  accept?: readonly string[] | undefined
  multiple?: boolean | undefined
  look?: ButtonLook | undefined
  size?: 'normal' | 'small' | undefined
  isPending?: boolean | undefined
}

/** Opens the device's file chooser (the camera too, on a phone). */
export function FileButton({ children, onFiles, accept, multiple, look, size, isPending }: Props) {
  return (
    <FileTrigger
      {...(accept && { acceptedFileTypes: accept })}
      allowsMultiple={multiple ?? false}
      onSelect={(list) => {
        if (list) onFiles([...list])
      }}
    >
      <Button look={look} size={size} isPending={isPending ?? false}>
        <Paperclip aria-hidden />
        {children}
      </Button>
    </FileTrigger>
  )
}
