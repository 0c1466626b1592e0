import { clampChroma, converter, formatHex, interpolate, parse, wcagContrast, type Oklch } from 'culori'

/** A campus's colours as the administrator gave them, in any notation of CSS, the gradient also as a list or CSS gradient. Named as they are stored. */
export type CampusColors = {
  color: string | null
  bgGradient?: string | null
  borderColor?: string | null
  textColor?: string | null
  bgLight?: string | null
}

/** Names of the tokens, without `--campus-`; the empty one is the fill of a primary button. */
type Token = '' | 'hover' | 'on' | 'text' | 'tint' | 'line' | 'from' | 'to' | 'banner-on' | 'hill'
export type CampusTheme = Record<Token, { light: string; dark: string }>

/** The surfaces of app/globals.css on which campus colours lie; theme.test.ts compares the two. */
export const surfaces = {
  light: ['oklch(0.984 0.002 255)', 'oklch(1 0 0)', 'oklch(0.962 0.003 255)'],
  dark: ['oklch(0.185 0.008 260)', 'oklch(0.222 0.009 260)', 'oklch(0.262 0.01 260)'],
} as const

export const neutralColor = 'oklch(0.46 0.1 258)'
const white = '#ffffff'
const black = '#0b0d12'
const inOklch = converter('oklch')

const hex = (color: Oklch) => formatHex(clampChroma(color, 'oklch'))
const read = (text: string | null | undefined): Oklch | undefined => {
  const color = text ? parse(text.trim()) : undefined
  return color && inOklch({ ...color, alpha: 1 })
}

/** Moves lightness step by step until the colour, as the eight bits a screen shows, stands out from every background. */
function standOut(color: Oklch, backgrounds: readonly string[], ratio: number, step: 0.01 | -0.01): string {
  let candidate = { ...color }
  for (;;) {
    const shown = hex(candidate)
    if (backgrounds.every((back) => wcagContrast(shown, back) >= ratio)) return shown
    if (candidate.l <= 0 || candidate.l >= 1) return step > 0 ? white : '#000000'
    candidate = { ...candidate, l: Math.min(1, Math.max(0, candidate.l + step)) }
  }
}

const readableOn = (...backgrounds: string[]) => {
  const worst = (text: string) => Math.min(...backgrounds.map((back) => wcagContrast(text, back)))
  const best = [white, black].find((text) => worst(text) >= 4.5)
  return best ?? (worst(white) > worst('#000000') ? white : '#000000')
}

/** A fill, its hover (away from the text, so the text stays as readable) and the text on both. */
function fillOf(fill: string) {
  const on = readableOn(fill)
  const color = inOklch(fill)
  const away = on === white ? -0.05 : 0.05
  const hover = color ? hex({ ...color, l: Math.min(1, Math.max(0, color.l + away)) }) : fill
  return { fill, on, hover: wcagContrast(on, hover) >= 4.5 ? hover : fill }
}

function tintOf(color: Oklch, lightness: number, mostChroma: number) {
  return hex({ ...color, l: lightness, c: Math.min(color.c, mostChroma) })
}

const alongGradient = (from: string, to: string) =>
  Array.from({ length: 33 }, (_, i) => formatHex(interpolate([from, to], 'oklab')(i / 32)))

/** The banner's two ends and its text; the end moves towards the start until the text is readable all the way. */
function bannerOf(from: string, wanted: string) {
  const on = readableOn(from)
  for (let share = 1; share > 0; share -= 0.1) {
    const to = formatHex(interpolate([from, wanted], 'oklab')(share))
    if (alongGradient(from, to).every((stop) => wcagContrast(on, stop) >= 4.5)) return { from, to, on }
  }
  return { from, to: from, on }
}

const colorsIn = (text: string | null | undefined) =>
  (text?.match(/#[0-9a-f]{3,8}\b|(?:oklch|oklab|rgb|rgba|hsl|hsla|lch|lab)\([^()]*\)|\b[a-z]+\b/gi) ?? []).flatMap(
    (word) => read(word) ?? [],
  )

function derive(colors: CampusColors): CampusTheme {
  const brand = read(colors.color) ?? inOklch(neutralColor) ?? { mode: 'oklch', l: 0.46, c: 0.1, h: 258 }
  const tintBase = read(colors.bgLight) ?? brand
  const tint = { light: tintOf(tintBase, 0.968, 0.022), dark: tintOf(tintBase, 0.25, 0.03) }
  const under = { light: [...surfaces.light, tint.light], dark: [...surfaces.dark, tint.dark] }
  const words = read(colors.textColor) ?? brand
  const border = read(colors.borderColor) ?? brand
  const light = fillOf(hex(brand))
  const dark = fillOf(standOut(brand, surfaces.dark, 3, 0.01))
  const stops = colorsIn(colors.bgGradient)
  const start = stops.length > 1 ? stops[0] : undefined
  const banner = bannerOf(start ? hex(start) : light.fill, hex(stops.at(-1) ?? brand))
  const both = (value: string) => ({ light: value, dark: value })

  return {
    '': { light: light.fill, dark: dark.fill },
    hover: { light: light.hover, dark: dark.hover },
    on: { light: light.on, dark: dark.on },
    text: { light: standOut(words, under.light, 4.5, -0.01), dark: standOut(words, under.dark, 4.5, 0.01) },
    line: { light: standOut(border, under.light, 3, -0.01), dark: standOut(border, under.dark, 3, 0.01) },
    tint,
    from: both(banner.from),
    to: both(banner.to),
    'banner-on': both(banner.on),
    hill: both(banner.on === white ? '#000000' : white),
  }
}

const derived = new Map<string, CampusTheme>()

/** All campus tokens with their contrast guaranteed; an unreadable colour gives the neutral theme. Remembered. */
export function campusTheme(colors: CampusColors): CampusTheme {
  const key = JSON.stringify([colors.color, colors.bgGradient, colors.borderColor, colors.textColor, colors.bgLight])
  const known = derived.get(key)
  if (known) return known
  if (derived.size > 1000) derived.clear()
  const theme = derive(colors)
  derived.set(key, theme)
  return theme
}

/** The theme as CSS declarations, `--campus:…;--campus-hover:…`. */
export const campusCss = (colors: CampusColors): string =>
  Object.entries(campusTheme(colors))
    .map(([token, { light, dark }]) => `--campus${token && `-${token}`}:${light === dark ? light : `light-dark(${light}, ${dark})`}`)
    .join(';')
