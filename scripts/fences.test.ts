import { readdirSync, readFileSync } from 'node:fs'
import { ESLint } from 'eslint'
import { beforeAll, describe, expect, test } from 'vitest'

const eslint = new ESLint()

async function complaints(filePath: string, text: string) {
  const [result] = await eslint.lintText(text, { filePath })
  return (result?.messages ?? []).map(({ ruleId, message }) => `${ruleId}: ${message}`).join('\n')
}

// The first file loads every plugin.
beforeAll(() => complaints('app/page.tsx', ''), 60_000)

const use = (from: string) => `import { x } from '${from}'\nexport const y = x\n`

describe('an import is refused', () => {
  test.each([
    ['lib/platform/time.ts', '@/lib/domain/billing/invoice', 'no school word'],
    ['lib/platform/time.ts', '@/components/ui/button', 'knows no screen'],
    ['lib/platform/time.ts', 'pg', 'Only lib/platform/db speaks'],
    ['lib/platform/db/client.server.ts', '@/lib/domain/people/student', 'no school word'],
    ['components/ui/button.tsx', '@/lib/domain/people/student', 'no school word'],
    ['components/ui/button.tsx', '@/app/(school)/layout', 'knows no screen'],
    ['components/ui/button.tsx', '@/lib/platform/db/tenant.server', 'asks no database'],
    ['components/ui/button.tsx', '../../lib/domain/people/student', "say '@/…'"],
    ['app/(school)/students/page.tsx', '@/lib/platform/db/client.server', 'has ctx.db'],
    ['app/(school)/students/page.tsx', '@/lib/platform/db/generated/client', 'generated client'],
    ['app/(school)/students/page.tsx', '@prisma/client', 'Only lib/platform/db speaks'],
    ['lib/domain/people/student.server.ts', '@/app/(school)/students/actions', 'knows no screen'],
    ['lib/domain/people/student.server.ts', '@/components/ui/button', 'knows no screen'],
    ['lib/domain/people/student.server.ts', 'pg', 'Only lib/platform/db speaks'],
    ['lib/domain/people/student.server.ts', '@/lib/domain/billing/public.server', 'people may enter'],
    ['lib/domain/people/student.server.ts', '@/lib/domain/access/user.server', 'people may enter'],
    ['lib/domain/people/student.server.ts', '../access/user.server', 'one folder'],
    ['lib/domain/files/file.server.ts', '@/lib/domain/access/public.server', 'no other domain'],
    ['lib/domain/attendance/register.server.ts', '@/lib/domain/billing/public.server', 'attendance may enter'],
    ['lib/domain/people/student.server.ts', '@/lib/platform/db/pool.server', 'what lies under it'],
    ['lib/domain/people/student.sql.server.ts', '@/lib/platform/db/client.server', 'what lies under it'],
  ])('in %s of %s', async (file, from, reason) => {
    expect(await complaints(file, use(from))).toContain(reason)
  })
})

describe('an import is let through', () => {
  test.each([
    ['app/(school)/students/page.tsx', '@/lib/domain/people/student.server'],
    ['app/(school)/students/page.tsx', '@/components/ui/button'],
    ['lib/domain/people/student.server.ts', '@/lib/domain/access/public.server'],
    ['lib/domain/people/student.server.ts', '@/lib/domain/people/guardian'],
    ['lib/domain/people/student.server.ts', './guardian'],
    ['lib/domain/people/student.ts', '@/lib/platform/db/generated/enums'],
    ['lib/domain/interop/roster.server.ts', '@/lib/domain/attendance/public.server'],
    ['lib/platform/db/client.server.ts', 'pg'],
    ['lib/domain/people/student.sql.server.ts', '@/lib/platform/db/sql.server'],
    ['lib/domain/people/student.server.ts', '@/lib/platform/db/tenant.server'],
    ['prisma/seed/index.ts', '@/lib/platform/db/generated/client'],
  ])('in %s of %s', async (file, from) => {
    expect(await complaints(file, use(from))).toBe('')
  })
})

test('no SQL text is longer than a screen, but those of an import', () => {
  const files = (readdirSync('lib', { recursive: true }) as string[]).filter((file) => file.endsWith('.sql.server.ts') && !file.startsWith('domain/interop/')).map((file) => `lib/${file}`)
  expect(files.length).toBeGreaterThan(1)
  for (const file of files) {
    for (const [text] of readFileSync(file, 'utf8').matchAll(/`[^`]*`/g)) expect(text.split('\n').length, `${file}: ${text.slice(0, 60)}`).toBeLessThanOrEqual(40)
  }
})

describe('a line is refused', () => {
  test.each([
    ['lib/domain/people/student.ts', 'export const url = process.env.DATABASE_URL\n', 'parsed once'],
    ['lib/domain/people/student.ts', 'export const at = new Date()\n', 'one clock'],
    ['lib/platform/time.ts', 'export const at = Date.now()\n', 'one clock'],
    ['app/page.tsx', 'export const at = new Date().getTime()\n', 'one clock'],
    ['components/ui/button.tsx', 'export const at = Date()\n', 'one clock'],
    ['prisma/seed/index.ts', 'export const ask = Date.now\n', 'one clock'],
    ['lib/platform/env.ts', 'export const at = new Date()\n', 'one clock'],
    ['lib/platform/clock.server.ts', 'export const url = process.env.CLOCK\n', 'parsed once'],
    ['app/page.tsx', 'export const url = process.env.DATABASE_URL\n', 'parsed once'],
    ['lib/domain/people/student.server.ts', "export const text = 'SELECT id FROM students WHERE id = $1'\n", 'tenantSql'],
    ['lib/domain/people/student.server.ts', 'export const text = `WITH found AS (\n  SELECT id FROM ${1})\nSELECT * FROM found`\n', 'tenantSql'],
    ['lib/domain/people/student.server.ts', "export const text = 'UPDATE students SET status = $1'\n", 'tenantSql'],
    ['lib/platform/jobs.server.ts', "export const text = 'INSERT INTO jobs (id) VALUES ($1)'\n", 'tenantSql'],
    ['app/page.tsx', "export const text = 'DELETE FROM students USING x'\n", 'tenantSql'],
    ['components/ui/button.tsx', "export const text = 'SELECT count(*) FROM students'\n", 'tenantSql'],
    ['lib/domain/billing/invoice.ts', 'export const half = (minor: number) => minor / 2\n', 'whole minor units'],
    ['lib/domain/billing/invoice.ts', 'export const rate = 0.07\n', 'whole minor units'],
    ['lib/domain/billing/invoice.server.ts', 'export const read = (text: string) => parseFloat(text)\n', 'whole minor units'],
    ['lib/domain/billing/invoice.server.ts', 'export const read = (row: { total: { toNumber: () => number } }) => row.total.toNumber()\n', 'whole minor units'],
    ['lib/platform/time.ts', 'export const zone = (value: any) => String(value)\n', 'no-explicit-any'],
    ['lib/platform/time.ts', '// @ts-ignore\nexport const zone = 1\n', 'ban-ts-comment'],
    ['lib/platform/time.ts', 'export const zone = 1\n'.repeat(301), 'max-lines'],
    ['app/page.tsx', 'export default function Page() {\n  return <p>Good morning</p>\n}\n', 'jsx-no-literals'],
    ['components/ui/button.tsx', 'export const look = "flex ml-2"\n', 'right to left'],
    ['components/ui/button.tsx', 'export const look = "hover:-mr-1.5"\n', 'right to left'],
    ['components/ui/button.tsx', 'export const look = `flex ${1} pl-[3px]`\n', 'right to left'],
    ['components/ui/button.tsx', 'export const look = "text-left"\n', 'right to left'],
    ['components/ui/button.tsx', 'export const look = "absolute left-0"\n', 'right to left'],
    ['components/ui/button.tsx', 'export const look = "border-l rounded-r-md"\n', 'right to left'],
  ])('in %s: %.60s', async (file, text, reason) => {
    expect(await complaints(file, text)).toContain(reason)
  })

  test('but SQL is let through where it belongs, and words that only look like it everywhere', async () => {
    const text = "export const text = 'SELECT id FROM students'\n"
    for (const file of ['lib/domain/people/student.sql.server.ts', 'lib/platform/db/sql.server.ts']) expect(await complaints(file, text)).toBe('')
    expect(await complaints('lib/domain/people/student.server.ts', "export const text = ['Select one from the list', 'READ_STUDENTS', 'UPDATE']\n")).toBe('')
  })

  test('but not a logical class, nor a word that only looks like one', async () => {
    expect(await complaints('components/ui/button.tsx', 'export const look = ["flex ms-2 pe-4 text-start start-0", "left-handed"]\n')).not.toContain('right to left')
  })
})
