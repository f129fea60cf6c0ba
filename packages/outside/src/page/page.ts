// The frame of the simulators' pages: plain HTML that works on a phone, with the keyboard and without scripts.
import { html, raw } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';

export type Html = HtmlEscapedString | Promise<HtmlEscapedString>;

const style = `
:root{--ink:#1b2b34;--quiet:#51636e;--line:#c9d5da;--brand:#0a6b62;--brand-dark:#07514a;--bad:#b3261e;--paper:#fff;--ground:#eef4f3}
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--ink);font:1.125rem/1.6 system-ui,"PingFang SC","Microsoft YaHei","Noto Sans SC",sans-serif}
header.band{background:var(--brand);color:#fff}
header.band p{margin:0 auto;max-width:46rem;padding:.75rem 1rem}
main{max-width:46rem;margin:0 auto;padding:1rem 1rem 3rem}
h1{font-size:1.6rem;line-height:1.3;margin:.75rem 0}
h2{font-size:1.25rem;margin:2rem 0 .5rem}
h3{font-size:1.0625rem;margin:1.25rem 0 .5rem}
p{margin:.5rem 0}
.quiet{color:var(--quiet)}
.card{background:var(--paper);border:1px solid var(--line);border-radius:.75rem;padding:1rem}
label{display:block;font-weight:600;margin-top:.75rem}
.hint{color:var(--quiet);font-size:1rem;margin:0}
input{display:block;width:100%;min-height:3rem;padding:.5rem .75rem;font:inherit;border:2px solid #6b7f89;border-radius:.5rem;background:#fff;color:inherit}
input[aria-invalid=true]{border-color:var(--bad)}
button,.button{display:block;width:100%;min-height:3rem;padding:.6rem 1rem;font:inherit;border-radius:.5rem;border:2px solid var(--brand);background:#fff;color:var(--brand-dark);text-align:center;text-decoration:none;cursor:pointer}
button.main{background:var(--brand);color:#fff;font-weight:600;margin-top:1rem}
button.main:hover{background:var(--brand-dark)}
button.second{margin:.75rem 0}
button.person{height:100%;text-align:left;border:1px solid var(--line);color:var(--ink)}
button.person:hover{border-color:var(--brand);background:#f4fbfa}
button.person span{display:block;color:var(--quiet);font-size:1rem}
:focus-visible{outline:3px solid #f2a600;outline-offset:2px}
nav a{display:inline-block;min-height:2.75rem;padding:.5rem .75rem;margin:0 .25rem .25rem 0;border-radius:.5rem;background:#fff;border:1px solid var(--line);color:var(--brand-dark)}
.plain{list-style:none;margin:0;padding:0;display:grid;gap:.5rem}
@media (min-width:40rem){.pairs{grid-template-columns:1fr 1fr}}
.problem{border-left:.4rem solid var(--bad);background:#fdf0ef;padding:.75rem 1rem;border-radius:.5rem}
.amount{font-size:2rem;font-weight:700;margin:.25rem 0}
dl{margin:0}
dt{color:var(--quiet)}
dd{margin:0 0 .5rem}
`;

/** A whole page; the title is also its only first-level heading. A problem is announced and comes first in the title. */
export function page(options: { title: string; problem?: string | undefined; content: Html }) {
  const problem = options.problem
    ? html`<p class="problem" id="problem" role="alert">${options.problem}</p>`
    : '';
  return html`<!doctype html>
    <html lang="zh-CN">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${options.problem ? '请更正：' : ''}${options.title}</title>
        <style>
          ${raw(style)}
        </style>
      </head>
      <body>
        <header class="band"><p>模拟服务 · 仅供试用，人物均为虚构</p></header>
        <main>
          <h1>${options.title}</h1>
          ${problem} ${options.content}
        </main>
      </body>
    </html>`;
}

/** Headers of the pages: nothing is loaded from elsewhere, nobody frames them, nothing is kept. */
export const pageHeaders = {
  'content-security-policy':
    "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'",
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
} as const;
