/** All of the site's looks: small enough to travel with each page, light and dark. */
export const style = `
:root{color-scheme:light dark;--page:light-dark(#fbfaf8,#12110f);--sheet:light-dark(#fff,#1b1a17);--ink:light-dark(#1a1917,#f3f0ea);--soft:light-dark(#5d5952,#b3ada3);--line:light-dark(#e5e1da,#34312b);--accent:light-dark(#0f766e,#5fd0c4);--fill:#0f766e;--wash:light-dark(#e6f2f0,#14302d)}
*,::before,::after{box-sizing:border-box}
body{margin:0;min-height:100dvh;display:flex;flex-direction:column;background:var(--page);color:var(--ink);font:1.0625rem/1.6 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif;overflow-wrap:anywhere}
h1,h2,h3,p,ul,dl,dd,table{margin:0;padding:0}
h1{font-size:clamp(2rem,1.2rem + 3.6vw,3.5rem);line-height:1.08;letter-spacing:-.028em;font-weight:720;text-wrap:balance}
.page h1{font-size:clamp(1.7rem,1.2rem + 2vw,2.4rem)}
h2{font-size:1.2rem;letter-spacing:-.01em;line-height:1.3}
a{color:var(--accent);text-underline-offset:.2em}
:is(a,button):focus-visible{outline:3px solid var(--accent);outline-offset:3px;border-radius:.4rem}
.skip{position:absolute;left:-99rem}
.skip:focus{left:1rem;top:1rem;background:var(--sheet);padding:.6rem 1rem;z-index:1}
header{display:flex;flex-wrap:wrap;align-items:center;gap:.4rem 1.5rem;padding:1rem clamp(1rem,5vw,4rem);border-bottom:1px solid var(--line);background:var(--sheet)}
.brand{display:flex;align-items:center;gap:.65rem;font-size:1.1rem;color:inherit;text-decoration:none;letter-spacing:-.01em;padding:.45rem 0}
.brand i{width:1.9rem;height:1.9rem;border-radius:.6rem;background:radial-gradient(circle at 50% 50%,transparent 27%,#fff 28% 42%,transparent 43%),var(--fill)}
nav{display:flex;gap:.25rem;order:3;width:100%}
nav a,.me{padding:.55rem .8rem;border-radius:.6rem;color:var(--soft);text-decoration:none;font-size:.97rem}
nav a:hover,.me:hover{background:var(--wash);color:var(--ink)}
[aria-current]{color:var(--accent)!important;font-weight:620}
.me{display:flex;align-items:center;gap:.6rem;margin-left:auto}
.me b{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);font-weight:inherit}
.me span,.big{display:grid;place-items:center;width:2rem;height:2rem;border-radius:50%;background:var(--wash);color:var(--accent);font-weight:680}
header .button{margin-left:auto}
main{flex:1;width:100%;max-width:68rem;margin:0 auto;padding:clamp(2rem,6vw,4.5rem) clamp(1rem,5vw,2rem)}
.page,.hero{display:grid;gap:1.6rem;align-content:start;grid-template-columns:minmax(0,1fr)}
.page .tag{margin-bottom:.5rem}
.hero{max-width:46rem;gap:1.4rem}
.lead{color:var(--soft);font-size:1.15rem;max-width:38rem}
.row{display:flex;flex-wrap:wrap;gap:.8rem;align-items:center}
.button,button{display:inline-flex;align-items:center;justify-content:center;min-height:3rem;padding:.6rem 1.3rem;border:1px solid transparent;border-radius:.75rem;background:var(--fill);color:#fff;font:inherit;font-weight:640;text-decoration:none;cursor:pointer}
.button:hover,button:hover{filter:brightness(1.1)}
.button.small{min-height:2.75rem;padding:.4rem 1.1rem}
.quiet{background:transparent;color:var(--accent);border-color:var(--line)}
.cards{display:grid;gap:1rem;grid-template-columns:repeat(auto-fit,minmax(min(17rem,100%),1fr));margin-top:3rem;list-style:none}
.card{background:var(--sheet);border:1px solid var(--line);border-radius:1.1rem;padding:1.5rem;display:grid;gap:.5rem;align-content:start}
.card p,.soft{color:var(--soft)}
.tag{display:inline-block;background:var(--wash);color:var(--accent);border-radius:99rem;padding:.15rem .75rem;font-size:.86rem;font-weight:620;justify-self:start}
.tags{display:flex;flex-wrap:wrap;gap:.5rem;list-style:none}
.scroll{overflow-x:auto;background:var(--sheet);border:1px solid var(--line);border-radius:1.1rem}
table{border-collapse:collapse;width:100%;min-width:32rem;overflow-wrap:normal;font-variant-numeric:tabular-nums}
th,td{text-align:start;padding:.85rem 1.25rem;border-top:1px solid var(--line)}
thead th{border:0;color:var(--soft);font-weight:560;font-size:.92rem}
td:nth-child(n+3),th:nth-child(n+3){text-align:end;white-space:nowrap}
dl{display:grid;gap:1.1rem}
dt{color:var(--soft);font-size:.94rem}
dd{font-weight:560}
.who{display:flex;gap:1rem;align-items:center}
.big{width:3.2rem;height:3.2rem;font-size:1.3rem;flex:none}
footer{padding:1.5rem clamp(1rem,5vw,4rem);border-top:1px solid var(--line);color:var(--soft);font-size:.92rem}
@media (max-width:40rem){table{min-width:0}th:nth-child(3),td:nth-child(3){display:none}th,td{padding-inline:.9rem}}
@media (min-width:48rem){.me b{position:static;width:auto;height:auto;clip-path:none}nav{order:0;width:auto}.page{gap:2rem}}
`.replaceAll('\n', '')
