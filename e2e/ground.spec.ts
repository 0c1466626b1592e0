import { expect, test } from '@playwright/test'

test('every answer carries the protective headers, and none names its maker', async ({ request }) => {
  for (const path of ['/', '/api/auth/csrf', '/no-such-page']) {
    const headers = (await request.get(path)).headers()
    expect(headers['x-content-type-options'], path).toBe('nosniff')
    expect(headers['x-frame-options'], path).toBe('DENY')
    expect(headers['content-security-policy'], path).toContain("frame-ancestors 'none'")
    expect(headers['x-powered-by'], path).toBeUndefined()
  }
})
