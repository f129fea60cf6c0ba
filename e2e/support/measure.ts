// Measures a page as it stands: what sticks out, what is too small to hit or to read, and how many main actions it has.
import type { Page } from 'playwright-core';

interface Look {
  headings: number;
  isOneMainAction: boolean;
  hasServicePhone: boolean;
  /** Pixels that the page can be scrolled sideways. */
  sideways: number;
  /** What reaches beyond the right edge and is in no box that scrolls by itself. */
  beyond: string[];
  smallTargets: string[];
  smallText: string[];
  tightLines: string[];
}

/**
 * Links inside a sentence are no targets of their own (WCAG 2.5.8); an input that is drawn by its label is as large as the
 * label. Text that is only heard is not measured.
 */
export const lookAt = (page: Page, least: { targetPx: number; textPx: number }): Promise<Look> =>
  page.evaluate<Look>(`(() => {
    const least = ${JSON.stringify(least)};
    const lineSpacing = 1.3;
    const nearly = 0.5;
    const all = [...document.body.querySelectorAll('*')];
    const name = (element) =>
      element.tagName.toLowerCase() + '.' + (element.getAttribute('class') ?? '') + ' ' +
      (element.textContent ?? '').trim().slice(0, 20);
    const isShown = (element) => {
      const box = element.getBoundingClientRect();
      const style = getComputedStyle(element);
      return box.width > 2 && box.height > 2 && style.visibility !== 'hidden' && style.clipPath === 'none' &&
        box.right > 0 && box.bottom > -window.scrollY && !element.closest('.only-heard, .skip-link');
    };
    const scrolls = (element) => {
      for (let at = element.parentElement; at; at = at.parentElement)
        if (['auto', 'scroll', 'hidden'].includes(getComputedStyle(at).overflowX)) return true;
      return false;
    };
    const boxOf = (element) => {
      const label = element.matches('input') ? element.closest('label') ?? element.labels?.[0] : null;
      const own = element.getBoundingClientRect();
      const other = (label ?? element).getBoundingClientRect();
      return other.height > own.height ? other : own;
    };
    const isInSentence = (element) =>
      element.matches('a') && getComputedStyle(element).display === 'inline' &&
      [...element.parentElement.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim() !== '');
    const targets = all.filter((element) =>
      element.matches('a[href], button, input:not([type=hidden]), select, textarea, summary, [role=button], [role=radio], [role=checkbox], [role=switch]'));
    const shownTargets = targets.filter((element) => {
      const label = element.matches('input') ? element.closest('label') ?? element.labels?.[0] : null;
      return isShown(label ?? element) && !isInSentence(element);
    });
    const texts = all.filter((element) =>
      isShown(element) && !element.closest('svg, [aria-hidden=true], canvas') &&
      [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim() !== ''));
    const pxOf = (value) => Number.parseFloat(value);
    const mains = all.filter((element) => element.matches('main .button-main') && isShown(element));
    return {
      headings: document.querySelectorAll('h1').length,
      isOneMainAction: mains.length <= 1,
      hasServicePhone: all.some((element) => element.matches('.service-phone a[href^="tel:"]') && isShown(element)),
      sideways: Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth),
      beyond: all.filter((element) => isShown(element) && !scrolls(element) &&
        element.getBoundingClientRect().right > document.documentElement.clientWidth + nearly).slice(0, 5).map(name),
      smallTargets: shownTargets.filter((element) => {
        const box = boxOf(element);
        return box.height < least.targetPx - nearly || box.width < Math.min(least.targetPx, 44) - nearly;
      }).slice(0, 8).map((element) => name(element) + ' ' + Math.round(boxOf(element).width) + 'x' + Math.round(boxOf(element).height)),
      smallText: texts.filter((element) => pxOf(getComputedStyle(element).fontSize) < least.textPx - nearly)
        .slice(0, 8).map((element) => name(element) + ' ' + getComputedStyle(element).fontSize),
      tightLines: least.textPx < 24 ? [] : texts.filter((element) => {
        const { lineHeight, fontSize } = getComputedStyle(element);
        return pxOf(lineHeight) < lineSpacing * pxOf(fontSize) - nearly;
      }).slice(0, 8).map((element) => name(element) + ' ' + getComputedStyle(element).lineHeight),
    };
  })()`);
