// The form of a policy file as JSON Schema (draft-07), for editors that complete and check while one writes.
import * as z from 'zod';
import { layerFile } from '../file/layer.ts';

/** An editor checks the form; spans, sources and layers that fit together are checked by `gongji policy check`. */
export function policySchema(): Record<string, unknown> {
  const schema = z.toJSONSchema(layerFile, { target: 'draft-7', io: 'input', reused: 'ref' });
  return { ...schema, title: 'Gongji policy file' };
}

const LINE_WIDTH = 110;

/** The schema as the text of its file: lists of words stand on one line where they fit. */
export function policySchemaText(): string {
  const text = JSON.stringify(policySchema(), null, 2);
  const listOfWords = /^( *)(.*)\[\n([^[\]{}]*?)\n *\](,?)$/gm;
  const onOneLine = text.replace(
    listOfWords,
    (whole, indent: string, head: string, items: string, comma: string) => {
      const line = `${indent}${head}[${items
        .split('\n')
        .map((item) => item.trim())
        .join(' ')}]${comma}`;
      return line.length <= LINE_WIDTH ? line : whole;
    },
  );
  return `${onOneLine}\n`;
}
