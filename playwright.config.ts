import { defineConfig, devices } from '@playwright/test'

const baseURL = process.env.E2E_BASE_URL
if (!baseURL && !process.argv.includes('--list')) {
  throw new Error('The browser tests need a server and a database of their own: run them with npm test -- e2e')
}

const desk = { ...devices['Desktop Chrome'], viewport: { width: 1440, height: 900 } }

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results/e2e',
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  workers: 2,
  // On a busy machine a test may meet a moment that is the machine's; such a one is named "flaky" in the result.
  retries: 1,
  // Only what hangs should meet a limit, on a slow and busy machine as well: waiting is for conditions.
  timeout: 300_000,
  expect: { timeout: 30_000 },
  use: {
    baseURL,
    // What is not there after a minute does not come: the second try begins.
    actionTimeout: 60_000,
    locale: 'en-US',
    timezoneId: 'America/New_York',
    // What fades in or out is neither its colour nor gone: a test meets a page that stands.
    contextOptions: { reducedMotion: 'reduce' },
    // Where a connection is taken away, the page itself should meet it.
    serviceWorkers: 'block',
    screenshot: 'only-on-failure',
    // Costs a third of the time: `npm test -- e2e path/to/file --trace on` where one is needed.
    trace: 'off',
    launchOptions: {
      executablePath: process.env.E2E_BROWSER || undefined,
      args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu'],
    },
  },
  projects: [
    { name: 'chromium', testIgnore: 'days/**', use: desk },
    // The same school on a Sunday and on a holiday: servers with another clock over the same database.
    ...Object.entries({ sunday: process.env.E2E_SUNDAY_URL, holiday: process.env.E2E_HOLIDAY_URL }).flatMap(([name, baseURL]) => (baseURL ? [{ name, testDir: 'e2e/days', use: { ...desk, baseURL } }] : [])),
  ],
})
