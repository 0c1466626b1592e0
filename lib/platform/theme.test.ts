import { readFileSync } from 'node:fs'
import { formatHex, interpolate, wcagContrast } from 'culori'
import { describe, expect, it } from 'vitest'
import { campusCss, campusTheme, surfaces } from './theme'

const css = readFileSync(new URL('../../app/globals.css', import.meta.url), 'utf8')
const schemes = ['light', 'dark'] as const

/** A small seeded generator, so that a failing colour fails again. */
function dice(seed: number) {
  return () => {
    seed = (seed * 1664525 + 1013904223) % 4294967296
    return seed / 4294967296
  }
}

function randomColors(count: number) {
  const roll = dice(20_260_901)
  const color = () => `#${Math.floor(roll() * 0x1000000).toString(16).padStart(6, '0')}`
  return Array.from({ length: count }, () => ({
    color: color(),
    bgGradient: roll() < 0.5 ? `linear-gradient(90deg, ${color()}, ${color()})` : color(),
    borderColor: roll() < 0.3 ? color() : null,
    textColor: roll() < 0.3 ? color() : null,
    bgLight: roll() < 0.3 ? color() : null,
  }))
}

const token = (name: string) => css.match(new RegExp(`--${name}: light-dark\\((oklch\\([^)]+\\)), (oklch\\([^)]+\\))\\)`))
const pair = (name: string) => {
  const [, light = '', dark = ''] = token(name) ?? []
  return { light, dark }
}

describe('campusTheme', () => {
  it('keeps every contrast for 5,000 random sets of colours, in light and dark', () => {
    const failures: string[] = []
    for (const colors of randomColors(5000)) {
      const theme = campusTheme(colors)
      const atLeast = (ratio: number, what: string, front: string, ...backs: string[]) => {
        if (backs.some((back) => wcagContrast(front, back) < ratio)) failures.push(`${what} ${JSON.stringify(colors)}`)
      }
      for (const scheme of schemes) {
        const backs = [...surfaces[scheme], theme.tint[scheme]]
        atLeast(4.5, 'text', theme.text[scheme], ...backs)
        atLeast(3, 'line', theme.line[scheme], ...backs)
        atLeast(4.5, 'on', theme.on[scheme], theme[''][scheme], theme.hover[scheme])
        atLeast(4.5, 'quiet text', pair('text-quiet')[scheme], theme.tint[scheme])
      }
      const stop = interpolate([theme.from.light, theme.to.light], 'oklab')
      const stops = Array.from({ length: 65 }, (_, i) => formatHex(stop(i / 64)))
      atLeast(4.45, 'banner', theme['banner-on'].light, ...stops)
      // The hill lies behind the banner's words at a sixth of its strength (components/dashboard/dashboard.css).
      atLeast(4.45, 'hill', theme['banner-on'].light, ...stops.map((back) => formatHex(interpolate([back, theme.hill.light], 'rgb')(0.16))))
    }
    expect(failures).toEqual([])
  }, 60_000)

  it('falls back to the neutral theme when the colour cannot be read', () => {
    expect(campusTheme({ color: 'not a colour' })).toEqual(campusTheme({ color: null }))
  })

  it('reads the end of a gradient written as CSS', () => {
    const theme = campusTheme({ color: '#1d4ed8', bgGradient: 'linear-gradient(135deg, #1e3a8a 0%, #1d4ed8 100%)' })
    expect([theme.from.light, theme.to.light]).toEqual(['#1e3a8a', '#1d4ed8'])
  })
})

describe('app/globals.css', () => {
  it('holds the neutral campus theme', () => {
    expect(css.replace(/\s+/g, ' ')).toContain(campusCss({ color: null }).replaceAll(':', ': ').replaceAll(';', '; '))
  })

  it('has the surfaces the campus colours are checked against', () => {
    const names = ['surface', 'surface-raised', 'surface-sunken']
    for (const scheme of schemes) expect(names.map((name) => pair(name)[scheme])).toEqual(surfaces[scheme])
  })

  it.each(['text', 'text-quiet', 'ok', 'warn', 'bad', 'quiet'])('--%s is readable on every surface and its tint', (name) => {
    for (const scheme of schemes) {
      const tint = pair(`${name}-tint`)[scheme]
      for (const back of [...surfaces[scheme], ...(tint ? [tint] : [])]) {
        expect(wcagContrast(pair(name)[scheme], back)).toBeGreaterThanOrEqual(4.5)
      }
    }
  })

  it.each(['line-strong', 'chart-2', 'chart-3', 'chart-4', 'chart-5', 'chart-6'])('--%s is visible on every surface', (name) => {
    for (const scheme of schemes) {
      for (const back of surfaces[scheme]) expect(wcagContrast(pair(name)[scheme], back)).toBeGreaterThanOrEqual(3)
    }
  })
})
