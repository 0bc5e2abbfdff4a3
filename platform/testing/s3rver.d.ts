// The package brings no types; this is what the tests use of it.
declare module 's3rver' {
  import type { AddressInfo } from 'node:net'

  export default class S3rver {
    constructor(options: {
      port: number
      address: string
      silent: boolean
      directory: string
      configureBuckets: { name: string; configs: readonly unknown[] }[]
    })
    run(): Promise<AddressInfo>
    close(): Promise<void>
  }
}
