import { accentVariables } from './accent.ts'

const sheet = `
*,::before,::after{box-sizing:border-box}
[hidden]{display:none!important}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0;min-block-size:100vh;min-block-size:100dvh;display:flex;flex-direction:column;background:var(--page);color:var(--ink);font:1.0625rem/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif;overflow-wrap:anywhere}
h1,h2,p,dl,dd,ul,figure,blockquote{margin:0;padding:0}
[dir=rtl] :is([dir=auto],.fixed){text-align:right}
h1{font-size:clamp(1.65rem,1.2rem + 2vw,2.35rem);line-height:1.18;letter-spacing:-.018em;font-weight:680;text-wrap:balance}
main.narrow h1{font-size:clamp(1.6rem,1.25rem + 1.5vw,2rem)}
h2{font-size:1.2rem;line-height:1.3;letter-spacing:-.008em;font-weight:650}
a{color:var(--accent);text-underline-offset:.18em;text-decoration-thickness:.07em}
a:hover{text-decoration-thickness:.14em}
b,strong{font-weight:640}
.brand{display:flex;align-items:center;gap:.75rem;inline-size:100%;max-inline-size:66rem;margin-inline:auto;padding:1.25rem 1.25rem 0;font-weight:620}
.brand img{display:block;max-block-size:2.5rem;max-inline-size:11rem;object-fit:contain}
.languages{position:relative;flex:none;margin-inline-start:auto;font-weight:400;font-size:.94rem}
.languages summary{display:flex;align-items:center;gap:.45rem;min-block-size:2.75rem;padding-inline:.75rem;border-radius:.65rem;cursor:pointer;color:var(--soft);list-style:none}
.languages summary::-webkit-details-marker{display:none}
.languages summary::after{content:"";border:.3rem solid transparent;border-block-start-color:currentColor;border-block-end:0}
.languages summary:hover{background:var(--wash)}
.languages form{position:absolute;z-index:1;inset-inline-end:0;inset-block-start:calc(100% + .25rem);inline-size:max-content;min-inline-size:100%;gap:0;padding:.35rem;background:var(--sheet);border:1px solid var(--line);border-radius:.8rem;box-shadow:0 12px 32px -8px rgb(0 0 0/.3)}
.languages button{justify-content:start;min-block-size:2.75rem;padding:.4rem .85rem;border-radius:.55rem;background:none;color:var(--ink);font-weight:400}
.languages button:hover{background:var(--wash);filter:none}
.languages [aria-current]{font-weight:680;color:var(--accent)}
.unseen.unseen.unseen{position:absolute;inline-size:1px;block-size:1px;min-block-size:0;padding:0;border:0;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.mark{display:grid;place-items:center;flex:none;inline-size:2.25rem;block-size:2.25rem;border-radius:.7rem;background:var(--fill);color:var(--on-fill);font-weight:700}
main{inline-size:100%;max-inline-size:66rem;margin-inline:auto;padding:1.6rem 1.25rem 2.5rem;display:grid;gap:2rem;flex:1;align-content:start}
body:has(.narrow) :is(.brand,main,footer){max-inline-size:33rem}
.letter,.stack{display:grid;gap:1.1rem;align-content:start}
.letter>*+:is(div,dl){margin-block-start:.6rem}
.lead{color:var(--soft)}
.card{background:var(--sheet);border:1px solid var(--line);border-radius:1.1rem;padding:1.35rem 1rem;display:grid;gap:1.15rem;align-content:start;box-shadow:0 1px 2px rgb(0 0 0/.04),0 12px 32px -18px rgb(0 0 0/.18)}
.quote{border-inline-start:3px solid var(--accent);padding-inline-start:1rem;white-space:pre-line}
.quote figcaption{color:var(--soft);font-size:.92rem;margin-block-end:.2rem}
.gets{list-style:none;display:grid;gap:.85rem;margin-block-start:.8rem}
.gets li{display:grid;grid-template-columns:1.5rem 1fr;gap:.75rem;align-items:start}
.gets li::before{content:"";inline-size:1.5rem;block-size:1.5rem;border-radius:50%;background:var(--wash) center/.85rem no-repeat;background-image:var(--tick)}
.gets b{display:block}
.gets small,.hint{color:var(--soft);font-size:.94rem;line-height:1.45;display:block}
input~.hint{margin-block-start:.4rem}
.facts{display:grid;gap:.6rem;font-size:.97rem;border-block-start:1px solid var(--line);padding-block-start:1.15rem}
.facts dt{color:var(--soft)}
.facts dd{font-weight:560}
form{display:grid;gap:1.05rem}
label,.label{display:block;font-weight:600;font-size:.97rem;margin-block-end:.35rem}
input[type=email],input[type=password],input[type=text]{inline-size:100%;min-block-size:3rem;padding:.6rem .85rem;font:inherit;color:inherit;background:var(--field);border:1px solid var(--edge);border-radius:.65rem}
.fixed{padding:.6rem .85rem;border:1px dashed var(--edge);border-radius:.65rem;color:var(--soft)}
input[aria-invalid=true]{border-color:var(--bad);box-shadow:0 0 0 1px var(--bad)}
.digits{font-size:1.6rem!important;letter-spacing:.35em;text-align:center;font-variant-numeric:tabular-nums;direction:ltr}
.code{letter-spacing:.06em;font-variant-numeric:tabular-nums;text-transform:uppercase;direction:ltr}
.tick{display:grid;grid-template-columns:1.5rem 1fr;gap:.7rem;align-items:start;font-weight:400;margin:0;padding-block:.35rem;cursor:pointer}
.tick input{inline-size:1.5rem;block-size:1.5rem;margin:.05rem 0 0;accent-color:var(--accent)}
.button,button{display:inline-flex;align-items:center;justify-content:center;min-block-size:3.1rem;padding:.7rem 1.35rem;border:1px solid transparent;border-radius:.75rem;background:var(--fill);color:var(--on-fill);font:inherit;font-weight:640;text-align:center;text-decoration:none;cursor:pointer}
.button:hover,button:hover{filter:brightness(1.08)}
.button:active,button:active{filter:brightness(.94)}
.quiet{background:transparent;color:var(--accent);border-color:var(--edge)}
.quiet:hover{background:var(--wash);filter:none}
.text{background:none;border:0;min-block-size:0;padding:.2rem 0;color:var(--accent);text-decoration:underline;text-underline-offset:.18em;font-weight:inherit;text-align:start}
:is(a,button,input,summary):focus-visible{outline:3px solid var(--accent);outline-offset:2px}
.wide{inline-size:100%}
.row{display:flex;flex-wrap:wrap;gap:.75rem;align-items:center}
.ways{display:grid;border:1px solid var(--line);border-radius:.85rem;overflow:clip}
.way+.way{border-block-start:1px solid var(--line)}
.way>summary{display:grid;grid-template-columns:1.25rem 1fr;gap:.8rem;align-items:center;padding:.85rem 1rem;min-block-size:3.6rem;cursor:pointer;list-style:none}
.way>summary::-webkit-details-marker{display:none}
.way>summary::before{content:"";inline-size:1.2rem;block-size:1.2rem;border-radius:50%;border:1.5px solid var(--edge)}
.way[open]>summary::before{border:.38rem solid var(--accent)}
.way>summary:hover{background:var(--wash)}
.way:not([open])>summary:hover b{color:var(--accent)}
.way>summary b{display:block;line-height:1.35}
.way>summary small{color:var(--soft);font-size:.9rem;line-height:1.35;display:block}
.way>summary:focus-visible{outline-offset:-3px}
.way>form{padding:.3rem 1rem 1.15rem}
.card>:is(.ways,.hint,p){margin:0}
.scan{background:#fff;border-radius:.75rem;max-inline-size:100%;block-size:auto}
.recovery{list-style:none;grid-template-columns:repeat(auto-fill,minmax(8rem,1fr));font-size:1.1rem}
.or{display:flex;gap:.75rem;align-items:center;color:var(--soft);font-size:.94rem}
.or::before,.or::after{content:"";flex:1;border-block-start:1px solid var(--line)}
.others{display:grid;gap:.75rem}
.others form{gap:.4rem}
.note{background:var(--wash);border-radius:.75rem;padding:.85rem 1rem}
.problem{background:var(--bad-wash);color:var(--bad);border-radius:.75rem;padding:.85rem 1rem;font-weight:560}
.wrong{color:var(--bad);font-size:.94rem;font-weight:560;margin-block-start:.35rem}
.decline{border-block-start:1px solid var(--line);padding-block-start:.5rem}
.decline summary{color:var(--soft);font-size:.95rem;min-block-size:2.75rem;align-content:center;cursor:pointer}
.decline[open] summary{margin-block-end:.4rem}
fieldset{border:0;margin:0;padding:0;min-inline-size:0}
legend{padding:0;margin-block-end:.5rem}
.terms{font-size:.95rem}
.terms summary{cursor:pointer;color:var(--accent);padding-block:.35rem}
.terms div{white-space:pre-line;max-block-size:16rem;overflow:auto;border:1px solid var(--line);border-radius:.6rem;padding:.75rem .9rem;margin-block-start:.4rem}
.person{display:flex;gap:.85rem;align-items:center}
.person span:first-child{display:grid;place-items:center;flex:none;inline-size:2.75rem;block-size:2.75rem;border-radius:50%;background:var(--wash);color:var(--accent);font-weight:680}
.person small{display:block;color:var(--soft);font-size:.9rem}
.list{list-style:none;display:grid}
.list li{padding-block:.8rem;border-block-start:1px solid var(--line)}
.list li:first-child{border:0;padding-block-start:0}
.list small{display:block;color:var(--soft);font-size:.92rem}
footer{inline-size:100%;max-inline-size:66rem;margin-inline:auto;padding:1rem 1.25rem 1.75rem;color:var(--soft);font-size:.9rem}
footer:empty{padding-block:.5rem}
.number{font-variant-numeric:tabular-nums;font-size:.92rem;color:var(--soft)}
@media (min-width:56rem){
.brand{padding:2rem 2rem 0}
main{padding:2.75rem 2rem 3.5rem}
main.two{grid-template-columns:minmax(0,1fr) minmax(0,27rem);gap:4rem;align-items:start}
main.narrow{padding-block-start:3rem}
.card{padding:1.75rem}
.facts div{display:grid;grid-template-columns:7.5rem 1fr;gap:1rem}
footer{padding:1rem 2rem 2rem}
}
@media (prefers-reduced-motion:no-preference){.button,button,.way>summary{transition:background-color .12s,filter .12s}}
@media (forced-colors:active){.way[open]>summary::before{border-color:Highlight}.gets li::before{border:2px solid CanvasText}}
`

const light =
  'color-scheme:light;--page:#f5f3f0;--sheet:#fff;--field:#fff;--ink:#1d1b19;--soft:#5c5852;--line:#e4e0da;--edge:#8d877e;--bad:#a3231b;--bad-wash:#fbecea'
const dark =
  'color-scheme:dark;--page:#161513;--sheet:#1f1e1c;--field:#191817;--ink:#f2efea;--soft:#b5afa6;--line:#38352f;--edge:#7f786d;--bad:#ffb4ab;--bad-wash:#3a1d1a'
const wash = '--wash:color-mix(in srgb,var(--fill) 11%,var(--sheet))'

/** The style of a page, small enough to travel inside it. */
export function styleOf(accentColor: string | null | undefined): string {
  const accent = accentVariables(accentColor)
  const tick = (colour: string) =>
    `--tick:url("data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16' fill='none' stroke='${encodeURIComponent(colour)}' stroke-width='2.6' stroke-linecap='round' stroke-linejoin='round'%3E%3Cpath d='M3 8.5l3.4 3.4L13 4.8'/%3E%3C/svg%3E")`
  const inkOf = (variables: string) => /--accent:(#[0-9a-f]{6})/.exec(variables)?.[1] ?? '#000000'
  const scheme = (base: string, variables: string) => `${base};${variables};${tick(inkOf(variables))}`
  return [
    `:root{${scheme(light, accent.light)};${wash}}`,
    `@media (prefers-color-scheme:dark){:root{${scheme(dark, accent.dark)}}}`,
    sheet.replaceAll('\n', ''),
  ].join('')
}
