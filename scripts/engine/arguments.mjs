/** What the Prisma CLI passes: --datasource (base64 JSON), --datamodels, or `cli <command>`. */
export function readArguments(argv) {
  const values = (name) => argv.flatMap((part, i) => (part === name ? [argv[i + 1]] : part.startsWith(`${name}=`) ? [part.slice(name.length + 1)] : []))
  const [given] = values('--datasource')
  const source = given ? JSON.parse(given.startsWith('{') ? given : Buffer.from(given, 'base64').toString('utf8')) : {}
  const cli = argv.indexOf('cli')
  return {
    version: argv.includes('--version') || argv.includes('-V'),
    url: source.url ?? process.env.DATABASE_URL,
    shadowUrl: source.shadowDatabaseUrl || null,
    models: [...values('--datamodels'), ...values('-d')],
    command: cli < 0 ? null : argv.slice(cli + 1).find((part) => part.endsWith('-database')),
  }
}
