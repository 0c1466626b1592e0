import { Eyes, Muzzle, Pair } from './parts'

export const Seal = () => (
  <>
    <Pair>
      <path d="M28 96c-10 3-17 11-20 24h24z" fill="#5f6f82" />
    </Pair>
    <path d="M60 14c24 0 37 15 37 36 0 12-2 22 0 34 2 13 6 25 8 36H15c2-11 6-23 8-36 2-12 0-22 0-34 0-21 13-36 37-36z" fill="#8494a6" />
    <path d="M38 120c-3-20 4-34 22-34s25 14 22 34z" fill="#dfe6ec" />
    <Pair>
      <circle cx="50" cy="25" r="3" fill="#66768a" />
      <circle cx="41" cy="31" r="2.2" fill="#66768a" />
      <circle cx="24" cy="104" r="3.4" fill="#66768a" />
      <circle cx="33" cy="96" r="2.4" fill="#66768a" />
      <ellipse cx="50" cy="69" rx="13" ry="11" fill="#eef2f5" />
      <path d="M44 68l-18-4m18 9l-18 3" stroke="#4b5868" strokeWidth="1.8" strokeLinecap="round" />
    </Pair>
    <Eyes apart={18} y={48} size={6.6} />
    <Muzzle y={61} wide={7.5} width={10} />
  </>
)
