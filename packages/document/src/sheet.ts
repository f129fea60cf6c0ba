// The paper: sizes in points, and the small drawing steps that all blocks share.
import type PDFDocument from 'pdfkit';
import { showable } from './fonts.ts';

export type Pdf = InstanceType<typeof PDFDocument>;

export const margin = 56;
export const ink = '#1a1a1a';
export const faint = '#555555';
export const rule = '#bbbbbb';

export interface Sheet {
  pdf: Pdf;
  /** Adds a tagged element (for reading aloud) and draws it. */
  tag: (type: string, draw: () => void, options?: { alt: string }) => void;
  /** Adds an element with elements inside. */
  group: (type: string, inside: () => void) => void;
  /** Text as it can be shown; remembers what can't. */
  clean: (text: string) => string;
  lacking: Set<string>;
  /** Closes the tree of tagged elements. */
  end: () => void;
  width: number;
}

type Element = ReturnType<Pdf['struct']>;

export function sheet(pdf: Pdf): Sheet {
  const root = pdf.struct('Document');
  pdf.addStructure(root);
  let parent: Element = root;
  const lacking = new Set<string>();
  return {
    pdf,
    lacking,
    end: () => root.end(),
    width: pdf.page.width - 2 * margin,
    clean: (text) => showable(text, lacking),
    tag: (type, draw, options) => {
      parent.add(pdf.struct(type, options ?? {}, draw));
    },
    group: (type, inside) => {
      const outer = parent;
      const element = pdf.struct(type);
      outer.add(element);
      parent = element;
      inside();
      parent = outer;
      element.end();
    },
  };
}

/** Height left on the page above the bottom margin. */
const room = (pdf: Pdf): number => pdf.page.height - pdf.page.margins.bottom - pdf.y;

/** Begins a new page unless `height` still fits. */
export function need(pdf: Pdf, height: number): boolean {
  if (room(pdf) >= height) return false;
  pdf.addPage();
  return true;
}

export function font(pdf: Pdf, weight: 'regular' | 'bold', size: number, color: string = ink): Pdf {
  return pdf.font(weight).fontSize(size).fillColor(color);
}
