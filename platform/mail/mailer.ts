/** A picture that travels inside a mail: nothing is loaded when it is read. */
export interface MailPicture {
  /** `cid:` address in the HTML; letters, digits, dots and hyphens. */
  cid: string
  contentType: string
  bytes: Buffer
}

/** One message, in the receiver's language, readable without images; never tracked. */
export interface Mail {
  to: { address: string; name?: string }
  subject: string
  text: string
  html?: string
  headers?: Record<string, string>
  pictures?: readonly MailPicture[]
  /**
   * Where the servers on the way report a failure; the sender's own address by default. Empty: nowhere, so that two
   * machines never answer each other.
   */
  bounceTo?: string
}

export interface Mailer {
  /** False where no SMTP is configured: the product says so to the administrator and works. */
  readonly isConfigured: boolean
  /** Sends now; throws when the server refuses or cannot be reached (the job retries). */
  send(mail: Mail): Promise<void>
  close(): Promise<void>
}
