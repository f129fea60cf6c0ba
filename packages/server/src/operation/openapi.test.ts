// The OpenAPI document names everything that can be called.
import { eventsPath, paths, photosPath } from '@gongji/contract';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { openApiDocument } from './openapi.ts';

const Operation = z.looseObject({
  operationId: z.string(),
  parameters: z.array(z.looseObject({ name: z.string(), in: z.string() })).optional(),
  requestBody: z
    .looseObject({ content: z.record(z.string(), z.looseObject({ schema: z.looseObject({}) })) })
    .optional(),
  responses: z.record(z.string(), z.looseObject({})),
});
const Document = z.looseObject({
  openapi: z.literal('3.1.0'),
  paths: z.record(z.string(), z.record(z.string(), Operation)),
});
const document = Document.parse(JSON.parse(JSON.stringify(openApiDocument('http://localhost:7300'))));

test('every endpoint of the contract is there under its own name, with its places and its refusals', () => {
  for (const [name, { method, path }] of Object.entries(paths)) {
    const operation = document.paths[path]?.[method.toLowerCase()];
    expect(operation?.operationId, path).toBe(name);
    const places = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]);
    const named = operation?.parameters?.filter((parameter) => parameter.in === 'path') ?? [];
    expect(named.map((parameter) => parameter.name)).toEqual(places);
    expect(Object.keys(operation?.responses ?? {})).toEqual(
      expect.arrayContaining(['200', '400', '401', '403', '404', '409', '422', '500']),
    );
  }
});

test('photos and events are there too', () => {
  expect(document.paths[photosPath]?.['post']?.operationId).toBe('addPhoto');
  expect(document.paths[`${photosPath}/{photoId}`]?.['get']?.operationId).toBe('readPhoto');
  expect(document.paths[eventsPath]?.['get']?.operationId).toBe('streamEvents');
});

test('a body is described by its fields', () => {
  const body = document.paths[paths.settleBill.path]?.['post']?.requestBody?.content['application/json'];
  expect(body?.schema).toMatchObject({
    type: 'object',
    properties: { quoteId: { type: 'string' } },
    required: ['quoteId'],
  });
});
