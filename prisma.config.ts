import { defineConfig } from 'prisma/config'

// Read before Prisma looks for its native engine: ours is the WebAssembly one, nothing is downloaded.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= new URL('./scripts/schema-engine.mjs', import.meta.url).pathname

export default defineConfig({
  schema: 'prisma/schema',
  migrations: { path: 'prisma/migrations' },
  datasource: { url: process.env.DATABASE_URL ?? 'postgresql://localhost:5432/homeroom' },
})
