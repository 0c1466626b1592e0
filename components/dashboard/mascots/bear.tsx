import { Eyes, Muzzle, Pair, Shoulders } from './parts'

export const Bear = () => (
  <>
    <Shoulders coat="#5a3f31" chest="#7a5843" />
    <Pair>
      <circle cx="31" cy="27" r="14" fill="#5a3f31" />
      <circle cx="32" cy="28" r="7.5" fill="#a3785a" />
    </Pair>
    <path d="M60 17c24 0 38 15 38 35 0 21-17 34-38 34S22 73 22 52c0-20 14-35 38-35z" fill="#6a4b3a" />
    <ellipse cx="60" cy="66" rx="20" ry="16" fill="#dcb48d" />
    <Eyes y={46} apart={16} />
    <Muzzle y={60} wide={8} />
  </>
)
