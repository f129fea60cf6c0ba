// Turns a document's content into a PDF file: A4, tagged for reading aloud, the same bytes for the same content.
import PDFDocument from 'pdfkit';
import { drawBlock } from './blocks.ts';
import { drawCode } from './code.ts';
import type { DocumentContent } from './content.ts';
import { fonts, missingMark } from './fonts.ts';
import { faint, font, margin, rule, sheet, type Pdf, type Sheet } from './sheet.ts';

const headSize = 20;

function drawHead(page: Sheet, content: DocumentContent): void {
  const { pdf, tag, clean, width } = page;
  const codeHeight = content.code ? drawCode(page, content.code) : 0;
  const textWidth = content.code ? width - 116 : width;
  tag('H1', () => {
    font(pdf, 'bold', headSize);
    pdf.text(clean(content.title), margin, margin, { width: textWidth });
  });
  tag('P', () => {
    font(pdf, 'regular', 10, faint);
    pdf.text(clean(`编号 ${content.number}`), margin, pdf.y + 6, { width: textWidth });
    pdf.text(clean(content.issuer), { width: textWidth });
  });
  pdf.x = margin;
  pdf.y = Math.max(pdf.y, margin + codeHeight) + 14;
}

/** Issuer, number and page count at the foot of each page; not read aloud. */
function drawFeet(page: Sheet, content: DocumentContent): void {
  const { pdf, clean, width } = page;
  const { count } = pdf.bufferedPageRange();
  for (let index = 0; index < count; index += 1) {
    pdf.switchToPage(index);
    // Text below the bottom margin would begin a new page.
    pdf.page.margins.bottom = 0;
    pdf.markContent('Artifact', { type: 'Pagination' });
    const y = pdf.page.height - margin + 12;
    pdf
      .moveTo(margin, y - 6)
      .lineTo(margin + width, y - 6)
      .lineWidth(0.5)
      .strokeColor(rule)
      .stroke();
    font(pdf, 'regular', 8, faint);
    pdf.text(clean(`${content.issuer} · ${content.number}`), margin, y, {
      width: width - 90,
      lineBreak: false,
    });
    pdf.text(`第 ${index + 1} 页，共 ${count} 页`, margin + width - 90, y, { width: 90, align: 'right' });
    pdf.endMarkedContent();
  }
}

function open(content: DocumentContent): Pdf {
  const { regular, bold } = fonts();
  const at = new Date(content.madeAt);
  const pdf = new PDFDocument({
    size: 'A4',
    margins: { top: margin, left: margin, right: margin, bottom: margin + 8 },
    bufferPages: true,
    pdfVersion: '1.7',
    tagged: true,
    lang: 'zh-CN',
    displayTitle: true,
    autoFirstPage: false,
    info: {
      Title: content.title,
      Author: content.issuer,
      Subject: content.number,
      CreationDate: at,
      ModDate: at,
    },
  });
  pdf.registerFont('regular', regular).registerFont('bold', bold);
  pdf.addPage();
  return pdf;
}

/** The PDF file. Same content: same bytes. Throws only on faults (a font package that isn't installed). */
export async function renderPdf(content: DocumentContent): Promise<Uint8Array> {
  const pdf = open(content);
  const parts: Uint8Array[] = [];
  const whole = new Promise<void>((resolve, reject) => {
    pdf.on('data', (part: Uint8Array) => parts.push(part));
    pdf.on('end', resolve);
    pdf.on('error', reject);
  });
  const page = sheet(pdf);
  drawHead(page, content);
  for (const block of content.blocks) drawBlock(page, block);
  if (page.lacking.size > 0)
    drawBlock(page, {
      kind: 'note',
      text: `文中“${missingMark}”代替字库里没有的字，其统一码为：${[...page.lacking].join('、')}。`,
    });
  drawFeet(page, content);
  page.end();
  pdf.end();
  await whole;
  return Buffer.concat(parts);
}
