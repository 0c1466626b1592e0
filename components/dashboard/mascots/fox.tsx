import { Eyes, Pair, Shoulders, ink } from './parts'

export const Fox = () => (
  <>
    <Shoulders coat="#d9692b" chest="#fff1e2" />
    <Pair>
      <path d="M24 52L20 10c15 4 28 13 36 26z" fill="#d9692b" />
      <path d="M28 38l-2-19c8 3 14 8 18 15z" fill="#5b2c1d" />
    </Pair>
    <path d="M60 24c24 0 40 11 42 31-8 21-26 35-42 37-16-2-34-16-42-37 2-20 18-31 42-31z" fill="#e67b35" />
    <Pair>
      <path d="M18 55c15-3 28 3 34 15 3 7 5 14 8 22-16-2-34-16-42-37z" fill="#fff1e2" />
    </Pair>
    <path d="M60 24c5 18 8 40 8 55H52c0-15 3-37 8-55z" fill="#d9692b" />
    <Eyes apart={17} y={54} />
    <ellipse cx="60" cy="82" rx="7.5" ry="5.6" fill={ink} />
  </>
)
