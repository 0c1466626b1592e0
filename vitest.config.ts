import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const here = fileURLToPath(new URL('.', import.meta.url))
const shared = {
  resolve: {
    alias: {
      '@/': here,
      // Server code is tested outside Next, where this package throws.
      'server-only': `${here}node_modules/server-only/empty.js`,
    },
  },
}
// Only what hangs should meet a limit, on a slow and busy machine as well: waiting is for conditions.
const patience = 180_000
const everywhere = ['{app,components,lib,prisma,scripts,messages}/**']
const nowhere = ['**/node_modules/**', '**/.next*/**']

export default defineConfig({
  test: {
    // On two cores as well: a file of database tests mostly waits for PostgreSQL.
    maxWorkers: 2,
    projects: [
      {
        ...shared,
        test: {
          name: 'unit',
          include: everywhere.map((folder) => `${folder}/*.test.{ts,tsx}`),
          exclude: [...nowhere, '**/*.db.test.ts'],
          testTimeout: patience,
        },
      },
      {
        ...shared,
        test: {
          name: 'db',
          include: everywhere.map((folder) => `${folder}/*.db.test.ts`),
          exclude: nowhere,
          globalSetup: './scripts/testing/db-cluster.ts',
          setupFiles: './scripts/testing/db-file.ts',
          testTimeout: patience,
          hookTimeout: patience,
        },
      },
    ],
  },
})
