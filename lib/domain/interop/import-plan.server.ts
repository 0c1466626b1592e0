import 'server-only'
import type { Ctx } from '@/lib/platform/context'
import { todayIn } from '@/lib/platform/clock.server'
import type { Sql } from '@/lib/platform/db/sql.server'
import { planRoster } from './roster-planning.sql.server'
import { foldReferences } from './roster-case.sql.server'
import { closeStaging, createStaging, issues, openRun, stageRows, type RosterRun, type StagedColumn, type StagedTable } from './roster-staging.sql.server'
import type { ImportAnswers } from './import-batch'
import type { Archive } from './roster-archive.server'
import { gradeNaming, importWords } from './import-words.server'
import { diagnostic, type Diagnostic, type DiagnosticCode } from './roster-diagnostic'
import { columnsOf, rosterFiles, type CellKind, type RosterFile } from './roster-files'
import { readRoster } from './roster-read.server'
import type { Survey } from './roster-survey.server'

const typeOf = (kind: CellKind): StagedColumn['type'] =>
  kind === 'date' ? 'date' : kind === 'flag' ? 'boolean' : kind === 'ids' || kind === 'list' || kind === 'grades' ? 'text[]' : 'text'

/** Identity, status and time of change have columns of their own or are not needed. */
const unstaged = new Set(['sourcedId', 'status', 'dateLastModified'])
const staged = (file: RosterFile) => columnsOf(file).flatMap((column, at) => (unstaged.has(column.name) ? [] : [{ name: column.name, type: typeOf(column.kind), at }]))

const tables: readonly (StagedTable & { places: number[] })[] = rosterFiles.map((file) => ({ file, columns: staged(file), places: staged(file).map(({ at }) => at) }))

type PlanSteps = { remark: (remark: Diagnostic) => Promise<void> | void; progress: (rows: number) => Promise<void> }

export const zoneOf = async (ctx: Ctx) => (await ctx.db.organization.findFirstOrThrow({ where: { id: ctx.organization.id }, select: { timeZone: true } })).timeZone

/** Reads a surveyed archive into staging tables and plans it. Everything it makes ends with the transaction of `sql`. */
export const planSet = async (sql: Sql, ctx: Ctx, archive: Archive, survey: Survey, answers: ImportAnswers, { remark, progress }: PlanSteps): Promise<RosterRun> => {
  const { locale, timeZone } = await ctx.db.organization.findFirstOrThrow({ where: { id: ctx.organization.id }, select: { locale: true, timeZone: true } })
  const blind = new Set<string>()
  const run: RosterRun = {
    sql,
    actorId: ctx.user.id,
    today: todayIn(timeZone),
    timeZone,
    modes: Object.fromEntries(rosterFiles.map((file) => [file, survey.files.find((one) => one.file === file)?.mode ?? null])),
    blind,
    replaced: answers.replaced,
    fileNames: Object.fromEntries(survey.files.map(({ file, fileName }) => [file, fileName])),
  }
  await openRun(sql)
  await createStaging(sql, tables)
  await readRoster(archive, survey, {
    async remark(one) {
      const file = survey.files.find(({ fileName }) => fileName === one.file)?.file
      if (file && one.code === 'id-shortened' && one.column === 'sourcedId') blind.add(file)
      await remark(one)
    },
    rows: async (file, rows) => {
      const table = tables.find((one) => one.file === file)!
      await stageRows(sql, table, rows.map((row) => ({ ...row, cells: table.places.map((at) => row.cells[at] ?? null) })))
    },
  }, progress)
  await closeStaging(run, tables)
  await foldReferences(run)
  await planRoster(run, gradeNaming(await importWords(locale)))
  for await (const issue of issues(sql)) {
    await remark(diagnostic(issue.code as DiagnosticCode, { file: issue.file, row: issue.row ?? undefined, column: issue.col ?? undefined, value: issue.value ?? undefined, params: issue.params }))
  }
  return run
}
