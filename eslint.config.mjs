// The house's rules of who may enter where (docs/architecture.md), one sentence each.
import next from 'eslint-config-next/core-web-vitals'
import typescript from 'eslint-config-next/typescript'

const forbid = (regex, message) => ({ regex, message })
const zone = (files, patterns, ignores = []) => ({ files, ignores, rules: { 'no-restricted-imports': ['error', { patterns }] } })

/** Which rooms each room may enter, through their public.server.ts. Files lies under all, interop over all. */
export const below = {
  files: [],
  access: ['files'],
  people: ['access', 'files'],
  academics: ['people', 'access', 'files'],
  attendance: ['academics', 'people', 'access', 'files'],
  timetable: ['attendance', 'academics', 'people', 'access', 'files'],
  assessment: ['academics', 'people', 'access', 'files'],
  billing: ['academics', 'people', 'access', 'files'],
  communication: ['people', 'access', 'files'],
  development: ['people', 'access', 'files'],
  interop: ['development', 'communication', 'billing', 'assessment', 'timetable', 'attendance', 'academics', 'people', 'access', 'files'],
}

const code = (folder) => [`${folder}/**/*.{ts,tsx}`]
const tests = ['**/*.test.{ts,tsx}']
const rawClient = [
  forbid('^(pg|pg-copy-streams|@prisma/adapter-pg|@prisma/client)(/|$)', 'Only lib/platform/db speaks to the database itself: use ctx.db or a typed helper there.'),
  forbid('lib/platform/db/generated(/(?!enums)|$)', 'Only lib/platform/db knows the generated client; its enums may go anywhere.'),
]
const rawDoors = forbid('(^@/lib/platform|^\\.)/db/(?!(tenant\\.server|gate\\.server|sql\\.server|to-many|generated/enums)$)', 'A domain has ctx.db, and tenantSql in its .sql.server files; what lies under it stays under it.')
const noScreen = forbid('^@/(app|components)/', 'A rule knows no screen.')
const noSchool = forbid('^@/lib/domain/', 'Platform and components know no school word.')
const uphill = forbid('^(\\.\\./)+(app|components|lib|prisma|scripts|e2e)/', "Between rooms say '@/…': the address shows the direction.")

const rooms = Object.entries(below).map(([room, doors]) => {
  const open = doors.length > 0 ? `|(${doors.join('|')})/public\\.server$` : ''
  return zone(
    code(`lib/domain/${room}`),
    [
      ...rawClient,
      rawDoors,
      { regex: '^@/lib/platform/db/sql\\.server$', importNames: ['transactionSql'], message: 'Joining a transaction with SQL of its own is for the platform\'s libraries.' },
      noScreen,
      uphill,
      forbid(`^@/lib/domain/(?!${room}/${open})`, `${room} may enter, through public.server alone: ${doors.join(', ') || 'no other domain'}.`),
      forbid('^\\.\\./(?!\\.)', 'A domain is one folder: enter another by its public.server.'),
    ],
    tests,
  )
})

const physical = /(^|\s|:)-?(((scroll-)?[mp][lr]|left|right)-(\d|\[|\(|auto|px|full)|(border|rounded)-[lr](-|\s|$)|(text|float|clear)-(left|right)(\s|$))/
const sided = `/${physical.source}/`
const mirrored = 'Screens are also read from right to left: use the logical class (ms-, me-, ps-, pe-, start-, end-, text-start, text-end).'
const environment = {
  selector: "MemberExpression[object.name='process'][property.name='env']",
  message: 'Settings are parsed once: read env from lib/platform/env.',
}
const sqlText = String.raw`/\b(SELECT|INSERT\s+INTO|UPDATE|DELETE\s+FROM|MERGE\s+INTO|TRUNCATE|WITH)\s+[\s\S]*\b(FROM|VALUES|SET|AS|SELECT|TABLE|USING)\b|\bSELECT\s+\w+\(/`
const noSql = ['Literal[value=', 'TemplateElement[value.raw='].map((kind) => ({ selector: `${kind}${sqlText}]`, message: "Prisma reads and writes; a domain's SQL stands in its <noun>.sql.server.ts over tenantSql." }))
const askTheClock = 'There is one clock, and tests set it: now, todayIn or machineTime from lib/platform/clock.server; in the browser, what the server said. A duration is measured with performance.now().'
const present = [
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: askTheClock },
  { selector: "CallExpression[callee.name='Date']", message: askTheClock },
  { selector: "MemberExpression[object.name='Date'][property.name='now']", message: askTheClock },
]
const wholeCents = 'Money is whole minor units: portionOf, partsBy and parseMoney of lib/platform/money divide and read it; no float comes near it.'
const noFloats = [
  { selector: "BinaryExpression[operator='/']", message: wholeCents },
  { selector: 'Literal[raw=/^\\d*\\.\\d+$/]', message: wholeCents },
  { selector: 'CallExpression[callee.name=/^(parseFloat|Number)$/]', message: wholeCents },
  { selector: 'CallExpression[callee.property.name=/^(parseFloat|toNumber)$/]', message: wholeCents },
]
const clock = 'lib/platform/clock.server.ts'
const restricted = (...rules) => ({ 'no-restricted-syntax': ['error', ...rules] })

export default [
  { ignores: ['node_modules/', '.next*/', '.data/', 'lib/platform/db/generated/', 'next-env.d.ts', 'test-results/', 'playwright-report/', 'public/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  ...next,
  ...typescript,
  {
    rules: {
      'max-lines': ['error', { max: 300 }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/ban-ts-comment': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', caughtErrors: 'none', ignoreRestSiblings: true }],
      'prefer-const': 'error',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      // React draws: no HTML from strings.
      'react/no-danger': 'error',
      // The few pictures are drawings of a few bytes, or come through our own door.
      '@next/next/no-img-element': 'off',
    },
  },

  // Next, PostCSS and ESLint ask for a default export and for no name.
  { files: ['*.config.{mjs,ts}'], rules: { 'import/no-anonymous-default-export': 'off' } },
  // react-hook-form hands out refs and handlers that hold them, by design; no React compiler runs here.
  { files: code('components/form'), rules: { 'react-hooks/refs': 'off' } },

  zone(code('app'), [...rawClient, forbid('^@/lib/platform/db/(?!gate\\.server$)', 'A screen has ctx.db; what lies under it stays under it.')], tests),
  zone(code('components'), [...rawClient, noSchool, uphill, forbid('^@/app/', 'A component knows no screen.'), forbid('^@/lib/platform/db/', 'A component asks no database.')], tests),
  zone(code('lib/platform'), [...rawClient, noSchool, noScreen, uphill], [...tests, 'lib/platform/db/**']),
  zone(code('lib/platform/db'), [noSchool, noScreen, uphill], tests),
  zone(code('lib/domain'), [...rawClient, noScreen], tests),
  ...rooms,

  { files: [...code('lib'), 'proxy.ts', 'instrumentation.ts'], ignores: [...tests, clock, 'lib/platform/env.ts'], rules: restricted(environment, ...present) },
  { files: code('lib'), ignores: [...tests, clock, 'lib/platform/db/**', 'lib/domain/**/*.sql.server.ts', 'lib/platform/env.ts'], rules: restricted(environment, ...present, ...noSql) },
  { files: code('lib/domain/billing'), ignores: [...tests, 'lib/domain/billing/*.sql.server.ts'], rules: restricted(environment, ...present, ...noSql, ...noFloats) },
  { files: ['lib/platform/env.ts', ...code('prisma/seed')], ignores: tests, rules: restricted(...present) },
  { files: [clock], rules: restricted(environment, ...noSql) },
  {
    files: [...code('app'), ...code('components')],
    ignores: tests,
    rules: {
      'react/jsx-no-literals': ['error', { noStrings: false, ignoreProps: true, allowedStrings: ['·', '–', '—', '/', ':', '…', '%', '+', '−', '×', '→', '←', '↑', '↓', '↵', '⌘K', '(', ')', ',', 'Homeroom'] }],
      ...restricted(
        environment,
        ...noSql,
        ...present,
        { selector: `Literal[value=${sided}]`, message: mirrored },
        { selector: `TemplateElement[value.raw=${sided}]`, message: mirrored },
      ),
    },
  },
]
