/** One small style sheet, light and dark. */
export const PAGE_CSS = `
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; --line: #8885; --soft: #8881; }
body { max-width: 68rem; margin: 0 auto; padding: 1.5rem; }
header { display: flex; flex-wrap: wrap; gap: 1rem; align-items: baseline; justify-content: space-between; }
h1 { font-size: 1.5rem; margin: 0; } h2 { font-size: 1.1rem; margin: 2rem 0 .5rem; }
table { border-collapse: collapse; width: 100%; } caption { text-align: start; color: #777; }
th, td { text-align: start; padding: .35rem .75rem .35rem 0; border-bottom: 1px solid var(--line); vertical-align: top; }
td.number, th.number { text-align: end; } code, pre { font: .9em ui-monospace, monospace; }
pre { background: var(--soft); padding: .75rem; overflow-x: auto; } .id { overflow-wrap: anywhere; }
.tlp { padding: .05rem .4rem; border-radius: .2rem; font: bold .8rem ui-monospace, monospace; background: #000; color: #fff; white-space: nowrap; }
.tlp-RED { color: #ff2b2b; } .tlp-AMBER, .tlp-AMBER-STRICT { color: #ffc000; } .tlp-GREEN { color: #33ff00; }
.badge { border: 1px solid currentColor; border-radius: .2rem; padding: 0 .3rem; font-size: .75rem; }
nav a { margin-inline-end: 1rem; } dl { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1rem; } dd { margin: 0; }
a:focus-visible { outline: 3px solid Highlight; outline-offset: 2px; }
@media (max-width: 40rem) { th.wide, td.wide { display: none; } }
`;
