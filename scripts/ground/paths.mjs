import path from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..')
export const at = (...parts) => path.join(root, ...parts)
export const dataDir = () => path.resolve(root, process.env.DATA_DIR || '.data')
export const inData = (...parts) => path.join(dataDir(), ...parts)
