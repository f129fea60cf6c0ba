// The OpenAPI document, made from the contract's schemas.
import {
  endpoints,
  ErrorBody,
  errors,
  eventsPath,
  idempotencyHeader,
  paths,
  Photo,
  photosPath,
} from '@gongji/contract';
import type { EndpointName } from '@gongji/contract';
import { OpenAPIHono, z } from '@hono/zod-openapi';
import type { RouteConfig } from '@hono/zod-openapi';

const jsonContent = (schema: z.ZodType) => ({ 'application/json': { schema } });
const refusalStatuses = [...new Set(Object.values(errors).map(({ status }) => status))].sort();
const refusals = Object.fromEntries(
  [...refusalStatuses, 500].map((status) => [
    status,
    {
      description: 'Refused; see error.code, error.message and error.remedy.',
      content: jsonContent(ErrorBody),
    },
  ]),
);

const placesOf = (path: string): string[] => [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '');
const textPlaces = (path: string) =>
  z.object(Object.fromEntries(placesOf(path).map((place) => [place, z.string()])));

function jsonEndpoint(name: EndpointName): RouteConfig {
  const { method, path } = paths[name];
  const { body, answer } = endpoints[name];
  return {
    method: method === 'GET' ? 'get' : 'post',
    path,
    operationId: name,
    request: {
      params: textPlaces(path),
      ...(method === 'POST'
        ? {
            headers: z.object({ [idempotencyHeader]: z.string().max(128).optional() }),
            body: { content: jsonContent(body) },
          }
        : {}),
    },
    responses: { 200: { description: 'Done.', content: jsonContent(answer) }, ...refusals },
  };
}

const bytes = { schema: { type: 'string' as const, format: 'binary' } };
const otherEndpoints: RouteConfig[] = [
  {
    method: 'post',
    path: photosPath,
    operationId: 'addPhoto',
    request: {
      body: {
        content: {
          'multipart/form-data': { schema: { type: 'object', properties: { photo: bytes.schema } } },
        },
      },
    },
    responses: { 200: { description: 'Stored.', content: jsonContent(Photo) }, ...refusals },
  },
  {
    method: 'get',
    path: `${photosPath}/{photoId}`,
    operationId: 'readPhoto',
    request: { params: textPlaces('{photoId}') },
    responses: { 200: { description: 'The picture.', content: { 'image/jpeg': bytes } }, ...refusals },
  },
  {
    method: 'get',
    path: eventsPath,
    operationId: 'streamEvents',
    responses: {
      200: {
        description: 'One `changed` event whenever something of the signed-in person or institution changed.',
        content: { 'text/event-stream': { schema: { type: 'string' } } },
      },
      ...refusals,
    },
  },
];

/** The whole document; made once at start. */
export function openApiDocument(publicUrl: string): object {
  const { openAPIRegistry, getOpenAPI31Document } = new OpenAPIHono();
  for (const name of Object.keys(paths) as EndpointName[]) openAPIRegistry.registerPath(jsonEndpoint(name));
  for (const endpoint of otherEndpoints) openAPIRegistry.registerPath(endpoint);
  return getOpenAPI31Document({
    openapi: '3.1.0',
    info: { title: '共济 Gongji', version: '0.1.0' },
    servers: [{ url: publicUrl }],
  });
}
