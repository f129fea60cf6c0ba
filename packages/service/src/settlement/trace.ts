// An explanation kept compactly: what its lines say stands once for all bills as a form, a bill has the figures alone.
import { jsonTextColumn, textColumn } from '@gongji/database';
import type { Line, PolicySource } from '@gongji/policy';
import type { Pool, PoolClient } from 'pg';
import { canonicalJson } from '../kernel/canonical.ts';
import { formIdOf } from '../kernel/form-id.ts';
import type { Queryable } from '../kernel/transact.ts';

type LineFigures = Pick<Line, 'before' | 'after' | 'owner' | 'priorYearFen' | 'currentYearFen'>;
/** Form, figures of the sentence in their order, fen, and what else is the bill's own. Read through `gongji.explanation_line`. */
export type PackedLine = [formId: string, figures: string[], fen: number, own?: LineFigures];

interface LineForm {
  formId: string;
  /** The sentence, cut where its figures stand. */
  pieces: string[];
  /** Canonical JSON of what remains of the line. */
  line: string;
}

export type AreaForm = LineForm & { area: string };

const figuresOfSentence = /\d[\d.]*/g;
const mostRemembered = 20_000;
/** Forms that were made before, by sentence and content. */
const remembered = new Map<string, LineForm>();

/** Sources are the library's own objects. */
const sourceTexts = new WeakMap<PolicySource, string>();

function textOf(source: PolicySource): string {
  const known = sourceTexts.get(source);
  if (known !== undefined) return known;
  const text = canonicalJson(source);
  sourceTexts.set(source, text);
  return text;
}

function formOf(text: string, fixed: Omit<Line, 'text' | 'fen' | keyof LineFigures>): LineForm {
  const { source, ...rest } = fixed;
  const name = `${text}\n${JSON.stringify(rest)}\n${source === null ? '' : textOf(source)}`;
  const known = remembered.get(name);
  if (known) return known;
  const line = canonicalJson(fixed);
  const pieces = text.split('\u0000');
  const formId = formIdOf(pieces, line);
  if (remembered.size >= mostRemembered) remembered.clear();
  const form = { formId, pieces, line };
  remembered.set(name, form);
  return form;
}

/** Packs an explanation; the forms that it needs are added to `forms`. */
export function packLines(area: string, lines: readonly Line[], forms: AreaForm[]): PackedLine[] {
  return lines.map((line) => {
    const { text, fen, before, after, owner, priorYearFen, currentYearFen, ...fixed } = line;
    const figures: string[] = [];
    const sentence = text.replace(figuresOfSentence, (figure) => {
      figures.push(figure);
      return '\u0000';
    });
    const form = formOf(sentence, fixed);
    forms.push({ area, ...form });
    const own: LineFigures = {};
    if (before !== undefined) own.before = before;
    if (after !== undefined) own.after = after;
    if (owner !== undefined) own.owner = owner;
    if (priorYearFen !== undefined) own.priorYearFen = priorYearFen;
    if (currentYearFen !== undefined) own.currentYearFen = currentYearFen;
    return Object.keys(own).length === 0 ? [form.formId, figures, fen] : [form.formId, figures, fen, own];
  });
}

/** Forms that are committed, by area and id, for each database. */
const committed = new WeakMap<Pool, Set<string>>();

const nameOf = ({ area, formId }: AreaForm): string => `${area}${formId}`;

/**
 * Adds the forms that an area doesn't have, in the order of their ids. Without `tx` they are committed at once, and not
 * looked for again.
 */
export async function addForms(pool: Pool, forms: readonly AreaForm[], tx?: PoolClient): Promise<void> {
  const known = committed.get(pool) ?? new Set();
  committed.set(pool, known);
  const missing = new Map(
    forms.flatMap((form) => (known.has(nameOf(form)) ? [] : [[nameOf(form), form] as const])),
  );
  if (missing.size === 0) return;
  const sorted = [...missing].sort(([left], [right]) => (left < right ? -1 : 1)).map(([, form]) => form);
  await insertForms(tx ?? pool, sorted);
  if (!tx) for (const name of missing.keys()) known.add(name);
}

async function insertForms(client: Queryable, sorted: readonly AreaForm[]): Promise<void> {
  await client.query({
    name: 'line-forms',
    text: `insert into gongji.line_form (area, form_id, pieces, line)
      select area, form_id, array(select jsonb_array_elements_text(pieces)), line
      from unnest($1::text[], $2::text[], $3::jsonb[], $4::jsonb[]) as n (area, form_id, pieces, line)
      where not exists (select from gongji.line_form f where f.area = n.area::bpchar and f.form_id = n.form_id)
      on conflict do nothing`,
    values: [
      textColumn(sorted.map((form) => form.area)),
      textColumn(sorted.map((form) => form.formId)),
      jsonTextColumn(sorted.map((form) => JSON.stringify(form.pieces))),
      jsonTextColumn(sorted.map((form) => form.line)),
    ],
  });
}
