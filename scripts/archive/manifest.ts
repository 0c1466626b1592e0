import { z } from 'zod'

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)

/** The first member of every backup: what is in it, and how to tell that it is whole. */
export const manifest = z.object({
  format: z.literal('homeroom-backup'),
  version: z.literal(1),
  at: z.iso.datetime(),
  migrations: z.array(z.string()),
  tables: z.array(
    z.object({ name: z.string(), columns: z.array(z.string()), rows: z.number(), sha256, organizations: z.record(z.string(), z.number()) }),
  ),
  files: z.array(z.object({ key: z.string().regex(/^(?!.*\.\.)[\w-][\w./-]*$/), bytes: z.number(), sha256 })),
})

export type Manifest = z.infer<typeof manifest>

export const MANIFEST = 'manifest.json'
export const memberOfTable = (name: string) => `tables/${name}.copy.gz`
export const memberOfFile = (key: string) => `files/${key}`
