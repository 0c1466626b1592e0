// The engine's answers, one method of the protocol each. In WebAssembly two of its own methods refuse a
// database that has a history (they want a shadow database "through an external factory"), while its
// diff from a folder of migrations works: those two are built from diff.

async function pendingSql(engine, { migrationsList, schema, filters }) {
  const { stdout } = await engine.diff({
    from: { tag: 'migrations', ...migrationsList },
    to: { tag: 'schemaDatamodel', ...schema },
    script: true,
    shadowDatabaseUrl: null,
    exitCode: null,
    filters,
  })
  const sql = (stdout ?? '').trim()
  return sql === '' || sql === '-- This is an empty migration.' ? null : stdout
}

const LOSES = /^.*\b(?:DROP TABLE|DROP COLUMN|SET DATA TYPE)\b.*$/gm

async function evaluateDataLoss(engine, params) {
  const steps = ((await pendingSql(engine, params)) ?? '').split(/^-- /m).filter((step) => step.trim())
  const warnings = steps.flatMap((step, stepIndex) => [...step.matchAll(LOSES)].map(([line]) => ({ stepIndex, message: `Possible data loss: ${line.trim()}` })))
  return { migrationSteps: steps.length, unexecutableSteps: [], warnings }
}

async function createMigration(engine, params) {
  const sql = await pendingSql(engine, params)
  const time = new Date().toISOString().replace(/\D/g, '').slice(0, 14)
  return {
    connectorType: 'postgresql',
    generatedMigrationName: [time, params.migrationName].filter(Boolean).join('_'),
    migrationScript: sql ?? (params.draft ? '-- This is an empty migration.' : null),
    extension: 'sql',
  }
}

const ours = { evaluateDataLoss, createMigration, getDatabaseVersion: (engine, params) => engine.version(params) }

export function answer(engine, method, params) {
  if (Object.hasOwn(ours, method)) return ours[method](engine, params)
  if (typeof engine[method] !== 'function') throw new Error(`This schema engine does not know ${method}.`)
  return engine[method](params)
}
