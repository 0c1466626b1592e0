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
    ['prisma/seed/index.ts', '@/lib/platform/db/generated/client'],
  ])('in %s of %s', async (file, from) => {
    expect(await complaints(file, use(from))).toBe('')
  })
})

describe('a line is refused', () => {
  test.each([
    ['lib/domain/people/student.ts', 'export const url = process.env.DATABASE_URL\n', 'parsed once'],
    ['app/page.tsx', 'export const url = process.env.DATABASE_URL\n', 'parsed once'],
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

  test('but not a logical class, nor a word that only looks like one', async () => {
    expect(await complaints('components/ui/button.tsx', 'export const look = ["flex ms-2 pe-4 text-start start-0", "left-handed"]\n')).not.toContain('right to left')
  })
})
