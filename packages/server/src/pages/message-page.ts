// A page of one message: what happened, what to do, and one link.
import { html } from 'hono/html';

export interface Message {
  title: string;
  text: string;
  link: { href: string; label: string };
}

const style = `
  body { margin: 0; padding: 2rem 1rem; font: 1.125rem/1.7 system-ui, "PingFang SC", "Microsoft YaHei", sans-serif; color: #1f2a2e; background: #f7f5f1; }
  main { max-width: 36rem; margin: 10vh auto 0; padding: 2rem; background: #fff; border-radius: 1rem; }
  h1 { margin-top: 0; font-size: 1.5rem; line-height: 1.4; }
  a { display: inline-block; margin-top: 1rem; padding: .75rem 1.5rem; border-radius: .5rem; background: #9a3412; color: #fff; text-decoration: none; }
  a:focus-visible { outline: 3px solid #1d4ed8; outline-offset: 3px; }
`;

export const messagePage = ({ title, text, link }: Message) =>
  html`<!doctype html>
    <html lang="zh-CN">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} - 共济</title>
        <style>
          ${style}
        </style>
      </head>
      <body>
        <main>
          <h1>${title}</h1>
          <p>${text}</p>
          <a href="${link.href}">${link.label}</a>
        </main>
      </body>
    </html>`;
