// Pictures that look like the papers people photograph.
import type { Browser } from 'playwright-core';

/** A sharp JPEG of a paper with this title, large enough to be read. */
export async function paper(browser: Browser, title: string): Promise<Buffer> {
  const page = await browser.newPage({ viewport: { width: 900, height: 600 } });
  await page.setContent(
    `<body style="margin:0;background:#f3e9d2;font:28px sans-serif"><div style="margin:40px;padding:40px;border:6px double #8a1c1c">
     <h1 style="color:#8a1c1c;letter-spacing:.4em">${title}</h1><p>姓名：见申请</p><p>样张，仅供演示，人物虚构</p></div></body>`,
  );
  const bytes = await page.screenshot({ type: 'jpeg' });
  await page.close();
  return bytes;
}
