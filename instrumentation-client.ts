// Zod compiles its checks with `new Function`; our content policy forbids that, and each attempt is reported as a violation.
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } })
