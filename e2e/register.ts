import type { Page } from '@playwright/test'

export const tiles = (page: Page) => page.locator('.tile-face')
export const submit = (page: Page) => page.getByRole('button', { name: /Submit register|Save correction/ })

/** The address of the register of a class that has one a day, by the place of the class in the list. */
export async function registerOf(page: Page, n: number, link = 'Register'): Promise<string> {
  await page.goto('/classes?sort=name')
  const rows = page.getByRole('row').filter({ hasText: 'Riverside' })
  return (await rows.nth(n).getByRole('link', { name: link, exact: true }).getAttribute('href'))!
}
