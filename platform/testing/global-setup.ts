import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { startTestCluster } from '#platform/db/embedded/test-cluster.ts'
import { prepareDatabase } from '#platform/db/prepare.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Connection of a role that may create databases; `template` is the migrated one. */
    pg: { adminUrl: string; template: string }
  }
}

/** One cluster for the run (or `DATABASE_URL`), one migrated template; each file clones it in milliseconds. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const external = process.env['DATABASE_URL']
  const cluster = external ? { adminUrl: external, stop: () => Promise.resolve() } : await startTestCluster()
  const template = `preau_template_${process.pid}_${project.name}`
  const admin = new pg.Client({ connectionString: cluster.adminUrl })
  await admin.connect()
  await admin.query(`create database ${template}`)
  const url = new URL(cluster.adminUrl)
  url.pathname = `/${template}`
  await prepareDatabase(url.href)
  project.provide('pg', { adminUrl: cluster.adminUrl, template })
  return async () => {
    await admin.query(`drop database if exists ${template} with (force)`)
    await admin.end()
    await cluster.stop()
  }
}
