import type { TestProject } from 'vitest/node'
import { throwawayCluster } from './throwaway.mjs'

declare module 'vitest' {
  interface ProvidedContext {
    databases: { admin: string; owner: string; app: string; dataDir: string }
  }
}

/** One cluster for the run; its migrated database is the template of each file's own. */
export default async function setup(project: TestProject) {
  const { home, urls, cluster, remove } = await throwawayCluster()
  project.provide('databases', { admin: cluster.url('postgres'), ...urls, dataDir: home })
  return remove
}
