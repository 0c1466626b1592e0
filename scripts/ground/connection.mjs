// Short conversations with a database, before and beside the application's own client.

export async function connect(url) {
  const { default: pg } = await import('pg')
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000, application_name: 'homeroom-ground' })
  client.on('error', () => {})
  await client.connect()
  return client
}

/**
 * @template T
 * @param {string} url
 * @param {(client: import('pg').Client) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withClient(url, work) {
  const client = await connect(url)
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** @type {(url: string, sql: string, values?: unknown[]) => Promise<import('pg').QueryResult>} */
export const query = (url, sql, values) => withClient(url, (client) => client.query(sql, values))

export async function connects(url) {
  try {
    await query(url, 'SELECT 1')
    return true
  } catch {
    return false
  }
}

export const quote = (name) => `"${name.replaceAll('"', '""')}"`
export const literal = (text) => `'${text.replaceAll("'", "''")}'`

export function within(url, change) {
  const next = new URL(url)
  if (change.database) next.pathname = `/${encodeURIComponent(change.database)}`
  if (change.user) next.username = encodeURIComponent(change.user)
  if (change.password) next.password = encodeURIComponent(change.password)
  return next.href
}

export const namesOf = (url) => {
  const parsed = new URL(url)
  return { database: decodeURIComponent(parsed.pathname.slice(1)), user: decodeURIComponent(parsed.username), password: decodeURIComponent(parsed.password), host: parsed.host }
}
