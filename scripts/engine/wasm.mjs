import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'

let panic = ''
/** What the engine said when it last panicked; reading it clears it. */
export const takePanic = () => {
  const said = panic
  panic = ''
  return said
}

/** Prisma's migration engine, compiled to WebAssembly and loaded without a bundler. */
export async function loadEngine() {
  globalThis.PRISMA_WASM_PANIC_REGISTRY = { set_message: (message) => void (panic = message) }
  const bindings = await import('@prisma/schema-engine-wasm/schema_engine_bg')
  const folder = path.dirname(createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg'))
  const { instance } = await WebAssembly.instantiate(readFileSync(path.join(folder, 'schema_engine_bg.wasm')), { './schema_engine_bg.js': bindings })
  bindings.__wbg_set_wasm(instance.exports)
  instance.exports.__wbindgen_start?.()
  return bindings.SchemaEngine
}
