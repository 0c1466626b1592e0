// Zod compiles its checks with `new Function`; our content policy forbids that, and each attempt is reported as a violation.
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } })

// A page that the browser kept whole is asked for anew: whoever goes back after signing out finds the door.
window.addEventListener('pageshow', ({ persisted }) => persisted && window.location.reload())
