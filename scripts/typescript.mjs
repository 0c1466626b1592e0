// `node --import ./scripts/typescript.mjs file.ts`: our server code in plain Node, without Next around it.
// `server-only`, which throws outside Next, is mapped to nothing in tsconfig.scripts.json. (The condition
// react-server would do that too, but with it React lacks what next/navigation needs.)
import { fileURLToPath } from 'node:url'

process.env.TSX_TSCONFIG_PATH = fileURLToPath(new URL('../tsconfig.scripts.json', import.meta.url))
await import('tsx')
