import { z } from 'zod'

const text = z.string().trim().min(1)
const flag = z.enum(['true', 'false']).transform((value) => value === 'true')
const address = (example: string) => z.url({ protocol: /^https?$/, error: `is not a web address, for example ${example}` })
const database = (role: string) =>
  z.string().regex(/^postgres(ql)?:\/\/[^/]+\/[^/?]+/, `is not the address of a PostgreSQL database, for example postgresql://${role}:secret@localhost:5432/homeroom`)
const key = z.string().refine((value) => [16, 24, 32].includes(Buffer.from(value, 'base64').length), 'is not 16, 24 or 32 bytes in base64, for example the output of: openssl rand -base64 32')
const port = z.string().regex(/^\d+$/, 'is not a port number, for example 3000').transform(Number).refine((value) => value >= 1 && value <= 65_535, 'is not between 1 and 65535, for example 3000')

/** With an offset, or as the clocks of this machine's zone show it. */
const instant = z.iso.datetime({ local: true, offset: true, error: 'is not a date and a time, for example 2026-11-20T09:35:00' })

/** Every setting there is. All may be left out: `npm start` fills in what the application needs. */
const schema = z.object({
  NODE_ENV: z.enum(['development', 'production', 'test']).default('production'),
  DATABASE_URL: database('owner').optional(),
  APP_DATABASE_URL: database('homeroom_app').optional(),
  DATA_DIR: text.default('.data'),
  DEMO: flag.optional(),
  HOST: text.default('127.0.0.1'),
  PORT: port.optional(),
  CLOCK: instant.optional(),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
  TRUST_PROXY: flag.default(false),
  NEXTAUTH_URL: address('https://school.example').optional(),
  NEXTAUTH_SECRET: z.string().min(32, 'is shorter than 32 characters; make one with: openssl rand -base64 32').optional(),
  NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: key.optional(),
  GOOGLE_CLIENT_ID: text.optional(),
  GOOGLE_CLIENT_SECRET: text.optional(),
  AZURE_AD_CLIENT_ID: text.optional(),
  AZURE_AD_CLIENT_SECRET: text.optional(),
  // `common` would believe any directory about any address.
  AZURE_AD_TENANT_ID: text.refine((value) => !['common', 'organizations', 'consumers'].includes(value), 'is not the id of one directory, for example 11111111-2222-3333-4444-555555555555').optional(),
  ENCRYPTION_KEY: key.optional(),
  // A real school leaves this out; only the demo lets people in without what their roles demand.
  SECOND_FACTOR: z.enum(['required', 'optional']).default('required'),
  SMTP_URL: z.url({ protocol: /^smtps?$/, error: 'is not the address of a mail server, for example smtps://user:secret@mail.example:465' }).optional(),
  MAIL_FROM: text.optional(),
  S3_ENDPOINT: address('https://minio.example').optional(),
  S3_BUCKET: text.optional(),
  S3_REGION: text.default('us-east-1'),
  S3_ACCESS_KEY_ID: text.optional(),
  S3_SECRET_ACCESS_KEY: text.optional(),
})

export type Settings = z.infer<typeof schema>

/** Settings that are worth nothing alone. */
const together: (keyof Settings)[][] = [
  ['GOOGLE_CLIENT_ID', 'GOOGLE_CLIENT_SECRET'],
  ['AZURE_AD_CLIENT_ID', 'AZURE_AD_CLIENT_SECRET', 'AZURE_AD_TENANT_ID'],
  ['S3_BUCKET', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'],
  ['SMTP_URL', 'MAIL_FROM'],
]
/** Settings that are worth nothing without another, which does without them. */
const leaning: [keyof Settings, keyof Settings][] = [['S3_ENDPOINT', 'S3_BUCKET']]
const allowed: Partial<Record<keyof Settings, string>> = {
  NODE_ENV: 'development, production or test',
  DEMO: 'true or false',
  TRUST_PROXY: 'true or false',
  SECOND_FACTOR: 'required or optional',
  LOG_LEVEL: 'debug, info, warn, error or silent',
}

/** The settings, or the one sentence about the first that is wrong. An empty variable counts as unset. */
export function parseSettings(source: Record<string, string | undefined>): { settings: Settings; wrong?: undefined } | { settings?: undefined; wrong: string } {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''))
  const parsed = schema.safeParse(given)
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    const name = String(issue?.path[0]) as keyof Settings
    return { wrong: `The setting ${name} ${allowed[name] ? `is not ${allowed[name]}` : issue?.message}.` }
  }
  const settings = parsed.data
  for (const group of together) {
    const missing = group.find((name) => !settings[name])
    const present = group.find((name) => settings[name])
    if (missing && present) return { wrong: `The setting ${missing} is missing: it belongs to ${present}, which is set.` }
  }
  for (const [present, missing] of leaning) {
    if (settings[present] && !settings[missing]) return { wrong: `The setting ${missing} is missing: it belongs to ${present}, which is set.` }
  }
  return { settings }
}
