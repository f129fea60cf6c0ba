// The JSON Schema for editors: it accepts every file of this repository, refuses wrong forms, and the stored copy is current.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import * as z from 'zod';
import { defaultPolicyDirectory, readPolicyTexts } from '../node/index.ts';
import { policySchema, policySchemaText } from '../src/tools/schema.ts';

const schemaFile = join(defaultPolicyDirectory, 'policy.schema.json');
const form = z.fromJSONSchema(policySchema());
const texts = readPolicyTexts();
const tieling = texts.find(({ path }) => path.includes('tieling'))?.text ?? '';

describe('the JSON Schema of a policy file', () => {
  test('is draft-07, and the stored copy is the current one', () => {
    expect(policySchema()['$schema']).toBe('http://json-schema.org/draft-07/schema#');
    expect(readFileSync(schemaFile, 'utf8')).toBe(policySchemaText());
  });

  test.each(texts.map(({ path, text }) => [path, text]))(
    'accepts %s, which names it in its first line',
    (path, text) => {
      expect(form.safeParse(parse(text)).error).toBeUndefined();
      const named = /^# yaml-language-server: \$schema=(\S+)\n/.exec(text)?.[1] ?? '';
      const place = resolve(defaultPolicyDirectory, '..', dirname(path), named);
      expect([place, existsSync(place)]).toEqual([schemaFile, true]);
    },
  );

  test.each([
    ['a key that is not known', 'layer: area', 'layer: area\ncolour: red'],
    ['a part of a fen', 'fen: 300000', 'fen: 300000.5'],
    ['a ratio over 1', 'level1: 7000', 'level1: 10001'],
    ['a word that is not in the list', 'mode: review', 'mode: perhaps'],
    ['a code without quotes', "id: '211200'", 'id: 211200'],
    ['a section without its source', 'cap: { fen: 300000, source: tieling-guide }', 'cap: { fen: 300000 }'],
    ['a version of another form', "version: '2026-11-22.2'", "version: 'newest'"],
  ])('refuses %s', (_name, from, to) => {
    expect(tieling).toContain(from);
    expect(form.safeParse(parse(tieling.replace(from, to))).success).toBe(false);
  });
});
