// Two roles: the owner, who migrates, and the app's role, which owns nothing and sees only
// what row-level security shows it.
import { connect, connects, literal, namesOf, query, quote, withClient, within } from './connection.mjs'
import { Problem } from './say.mjs'

export const OWNER = 'homeroom_owner'
export const APP = 'homeroom_app'
// Functions of the schema set these for their own duration; only a superuser can let an owner say so.
const HARMLESS = 'NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE NOREPLICATION'

/** Owner, app role and database in our own cluster: { owner, app } addresses. */
export async function prepareOwnCluster(cluster, kept, database = 'homeroom') {
  const owner = cluster.url(database, OWNER, kept.ownerPassword)
  const app = cluster.url(database, APP, kept.appPassword)
  if ((await connects(owner)) && (await connects(app))) return { owner, app }
  await withClient(cluster.url('postgres'), async (admin) => {
    // BYPASSRLS: a backup that could not see a row would lose it in silence.
    await ensureRole(admin, OWNER, `LOGIN NOSUPERUSER BYPASSRLS CREATEDB NOCREATEROLE PASSWORD ${literal(kept.ownerPassword)}`)
    await ensureRole(admin, APP, `LOGIN ${HARMLESS} PASSWORD ${literal(kept.appPassword)}`)
    const { rowCount } = await admin.query('SELECT 1 FROM pg_database WHERE datname = $1', [database])
    if (!rowCount) await admin.query(`CREATE DATABASE ${quote(database)} OWNER ${OWNER}`)
    await closeToStrangers(admin, database, APP)
  })
  return { owner, app }
}

export async function closeToStrangers(client, database, app) {
  await client.query(`REVOKE ALL ON DATABASE ${quote(database)} FROM PUBLIC`)
  await client.query(`GRANT CONNECT, TEMPORARY ON DATABASE ${quote(database)} TO ${quote(app)}`)
}

async function ensureRole(client, name, attributes) {
  const { rowCount } = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [name])
  await client.query(`${rowCount ? 'ALTER' : 'CREATE'} ROLE ${quote(name)} ${attributes}`)
}

/** The same in a PostgreSQL of somebody else's: { owner, app, remark }. */
export async function prepareForeignServer(owner, givenApp, kept) {
  await demandServer(owner)
  const app = givenApp ?? within(owner, { user: APP, password: kept.appPassword })
  const names = namesOf(app)
  if (names.user === namesOf(owner).user) {
    throw new Problem('APP_DATABASE_URL names the same role as DATABASE_URL. The app needs a role of its own that owns nothing, or the fence between organizations does not hold; leave APP_DATABASE_URL out and it is made for you.')
  }
  let made = false
  await withClient(owner, async (client) => {
    for (const name of new Set([APP, names.user])) made = (await makeAppRole(client, name, name === names.user ? names.password : null)) || made
    if (names.user !== APP && !(await isMember(client, names.user))) await client.query(`GRANT ${APP} TO ${quote(names.user)}`)
    await client.query(`GRANT CONNECT ON DATABASE ${quote(names.database)} TO ${quote(names.user)}`).catch(() => {})
  })
  await demandHarmless(app, names.user)
  return { owner, app, remark: made ? `made the role ${names.user} for the app` : '' }
}

async function makeAppRole(client, name, password) {
  const { rowCount } = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [name])
  if (rowCount) return false
  const how = password ? `LOGIN PASSWORD ${literal(password)}` : 'NOLOGIN'
  try {
    await client.query(`CREATE ROLE ${quote(name)} ${how} ${HARMLESS}`)
    return true
  } catch (error) {
    if (error.code === '42710') return false
    throw new Problem(`The role ${name}, which the app connects as, does not exist, and DATABASE_URL's role may not make it (${error.message}). As an administrator run: CREATE ROLE ${name} LOGIN PASSWORD '…'; then set APP_DATABASE_URL=postgresql://${name}:…@${client.host}:${client.port}/${client.database}.`)
  }
}

const isMember = async (client, name) =>
  (await client.query(`SELECT 1 FROM pg_auth_members m WHERE m.roleid = to_regrole($1) AND m.member = to_regrole($2)`, [APP, quote(name)])).rowCount > 0

async function demandServer(owner) {
  const { database, host, user } = namesOf(owner)
  let client
  try {
    client = await connect(owner)
  } catch (error) {
    if (error.code !== '3D000') throw new Problem(`DATABASE_URL does not lead to a database: ${reason(error, host, user)}`)
    await query(within(owner, { database: 'postgres' }), `CREATE DATABASE ${quote(database)}`).catch((refused) => {
      throw new Problem(`DATABASE_URL names the database ${database}, which does not exist and could not be made (${refused.message}). Create it: CREATE DATABASE ${quote(database)} OWNER ${quote(user)};`)
    })
    client = await connect(owner)
  }
  try {
    const { rows } = await client.query('SHOW server_version_num')
    if (Number(rows[0].server_version_num) < 150_000) throw new Problem(`The PostgreSQL at ${host} is version ${Math.floor(rows[0].server_version_num / 10_000)}; Homeroom needs 15 or newer.`)
  } finally {
    await client.end()
  }
}

function reason(error, host, user) {
  if (error.code === 'ECONNREFUSED') return `nothing answers at ${host}. Start that PostgreSQL, or leave DATABASE_URL out to use the bundled one.`
  if (error.code === 'ENOTFOUND') return `the host of ${host} is not known.`
  if (error.code === '28P01' || error.code === '28000') return `${host} refuses the user ${user} with this password.`
  return error.message || error.code
}

async function demandHarmless(app, user) {
  let rows
  try {
    rows = (await query(app, `SELECT rolsuper OR rolbypassrls AS mighty, EXISTS (SELECT 1 FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = 'public' AND c.relowner = r.oid) AS owns FROM pg_roles r WHERE rolname = current_user`)).rows
  } catch (error) {
    throw new Problem(`The app's role ${user} cannot sign in to the database (${error.message}). Set APP_DATABASE_URL with its right password, or as an administrator run: ALTER ROLE ${quote(user)} PASSWORD '…';`)
  }
  if (rows[0]?.mighty || rows[0]?.owns) {
    throw new Problem(`APP_DATABASE_URL's role ${user} ${rows[0].mighty ? 'is a superuser or may bypass row-level security' : 'owns tables'}, so the fence between organizations would not hold. Name a role that owns nothing and has neither right.`)
  }
}
