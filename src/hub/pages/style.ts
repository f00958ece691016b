/** One style sheet, light and dark, and the mark of the house. No font, image or script of others. */
export const PAGE_CSS = `
:root {
  color-scheme: light dark;
  --ink: #16202c; --soft: #566272; --paper: #fff; --panel: #f4f6f9; --line: #d5dbe3;
  --link: #0b57a4; --good: #14703f; --bad: #a8261b;
  font: 16px/1.55 system-ui, -apple-system, 'Segoe UI', 'Hiragino Sans', 'Noto Sans JP', 'Noto Sans CJK JP', sans-serif;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ink: #e6ebf1; --soft: #a3afbd; --paper: #10161d; --panel: #18212b; --line: #303c49;
    --link: #86bdf5; --good: #6fd39b; --bad: #ff9d92;
  }
}
* { box-sizing: border-box; }
body { margin: 0; color: var(--ink); background: var(--paper); }
a { color: var(--link); text-underline-offset: .15em; }
a:focus-visible, [tabindex]:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; border-radius: 2px; }
.skip { position: absolute; left: -100vw; padding: .5rem 1rem; background: var(--paper); }
.skip:focus { left: .5rem; top: .5rem; z-index: 1; }
.wide-bar { border-bottom: 1px solid var(--line); background: var(--panel); }
.column { max-width: 72rem; margin: 0 auto; padding: 0 1.25rem; }
.bar { display: flex; flex-wrap: wrap; gap: .5rem 1.5rem; align-items: center; justify-content: space-between; padding-block: .9rem; }
.name { display: flex; gap: .7rem; align-items: center; }
.name img { width: 2rem; height: 2rem; }
.name { font-size: 1.25rem; font-weight: 700; line-height: 1.3; color: inherit; text-decoration: none; }
h1 { margin: 0; } h1.page { font-size: 1.5rem; margin-top: 1.75rem; }
h2 { font-size: 1.1rem; margin: 2.25rem 0 .6rem; }
h3 { font-size: .95rem; margin: 1rem 0 .25rem; color: var(--soft); }
nav { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; }
main { padding-bottom: 2rem; }
.notice { margin: 1.25rem 0 0; }
.facts { display: grid; grid-template-columns: repeat(auto-fit, minmax(9rem, 1fr)); gap: .75rem; margin: 1.25rem 0 0; }
.facts div { padding: .6rem .9rem; border: 1px solid var(--line); border-radius: .5rem; background: var(--panel); }
.facts dt { font-size: .8rem; color: var(--soft); } .facts dd { margin: 0; font-size: 1.15rem; font-weight: 600; }
.good { color: var(--good); } .bad { color: var(--bad); }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
th { font-size: .8rem; font-weight: 600; color: var(--soft); }
th, td { text-align: start; padding: .45rem 1rem .45rem 0; border-bottom: 1px solid var(--line); vertical-align: top; }
th:last-child, td:last-child { padding-inline-end: 0; }
.number { text-align: end; } .time { white-space: nowrap; color: var(--soft); }
.text { overflow-wrap: anywhere; } .untitled { color: var(--soft); }
code, pre { font: .875em/1.5 ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace; }
code { overflow-wrap: anywhere; }
pre { margin: 0; padding: .8rem 1rem; border: 1px solid var(--line); border-radius: .5rem; background: var(--panel); overflow-x: auto; }
.tlp { display: inline-block; padding: .05rem .45rem; border-radius: .25rem; background: #000; color: #fff; font: 700 .75rem/1.6 ui-monospace, Menlo, Consolas, 'DejaVu Sans Mono', monospace; white-space: nowrap; border: 1px solid var(--line); }
.tlp-RED { color: #ff2b2b; } .tlp-AMBER, .tlp-AMBER-STRICT { color: #ffc000; } .tlp-GREEN { color: #33ff00; }
.badge { display: inline-block; padding: 0 .45rem; border: 1px solid var(--line); border-radius: 1rem; font-size: .75rem; color: var(--soft); }
section { border-top: 1px solid var(--line); margin-top: 1.5rem; } section h2 { margin-top: 1rem; }
.list { overflow-wrap: anywhere; } .list dt { margin-top: .6rem; } .list dd { margin: 0 0 0 1.25rem; }
.contents { columns: 18rem; padding-inline-start: 1.25rem; }
footer { border-top: 1px solid var(--line); color: var(--soft); font-size: .85rem; }
@media (max-width: 44rem) {
  .wide { display: none; }
  th, td { padding-inline-end: .6rem; }
}
`;

/** Two arrows that meet in a ring: what comes in and what goes out. */
export const ICON_SVG = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">
<rect width="32" height="32" rx="7" fill="#0b3a6b"/>
<circle cx="16" cy="16" r="6.5" fill="none" stroke="#fff" stroke-width="2.5"/>
<path d="M2.5 16H9M6 12.5 9.5 16 6 19.5M23 16h6.5M26.5 12.5 30 16l-3.5 3.5" fill="none" stroke="#7fd1ff" stroke-width="2.5" stroke-linecap="round" stroke-linejoin="round"/>
</svg>
`;
