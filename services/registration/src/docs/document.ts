import type { Code } from '@da06/errors';
import { codes } from '@da06/errors';
import { routeName, statusOf, type Content, type Described, type Operation } from '@da06/service-kit';
import type { Locality } from '@da06/reference';
import { operations as ours } from './operations.ts';
import { rolesOfRoutes } from './roles.ts';
import { schemasOf, type Json } from './schemas.ts';

/** Beside its own routes, registration describes those of the process that it is part of. */
export const describedWith = (others: Described = { operations: [], roles: {} }): Described => ({ operations: [...ours, ...others.operations], roles: { ...rolesOfRoutes, ...others.roles } });

/** The OpenAPI 3.1 description of every route. */
export const openApiDocument = (locality: Locality, { operations, roles }: Described = describedWith()): Json => {
  const paths: Record<string, Record<string, Json>> = {};
  for (const operation of operations) (paths[operation.path] ??= {})[operation.method] = operationObject(operation, roles[routeName(operation)] ?? []);
  return {
    openapi: '3.1.0',
    info: {
      title: 'DA06: registration of stays, residents and workers, and the programme', version: '1', license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      description: 'Khai báo lưu trú: gửi một lượt, một danh sách, hoặc nội dung của cổng lưu trú; dân cư và lao động: gửi một bản ghi hoặc một danh sách. · Registration of stays: one, a list, or the bodies of the lodging portal; records of residents and workers: one, or a list. Every accepted record has a registration number and a signed receipt; every fault has a pointer, a code and a text in two languages.',
    },
    tags: [...new Set(operations.map(({ tag }) => tag))].map((name) => ({ name })),
    security: [{ key: [] }],
    paths,
    components: { securitySchemes: { key: { type: 'http', scheme: 'bearer', description: 'Authorization: Bearer KEY. Each key has one role; x-roles of an operation are those that may call it. A feed works with its own facilities alone, a commune’s key with records of its own unit.' } }, schemas: schemasOf(locality), responses: problemResponses() },
  };
};

const operationObject = (operation: Operation, roles: readonly string[]): Json => ({
  operationId: `${operation.method} ${operation.path}`.replaceAll(/[^a-zA-Z]+/g, '-').replace(/-$/, ''),
  tags: [operation.tag],
  summary: operation.summary,
  ...(operation.description !== undefined && { description: operation.description }),
  // A role of a scheme is one that is required (OpenAPI 3.1, Security Requirement Object); of several objects one has to hold.
  ...(operation.open === true ? { security: [] } : { security: roles.map((role) => ({ key: [role] })), 'x-roles': roles }),
  parameters: [
    ...[...operation.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({ name, in: 'path', required: true, schema: { type: 'string' } })),
    ...Object.entries(operation.query ?? {}).map(([name, description]) => ({ name, in: 'query', required: false, description, schema: { type: 'string' } })),
  ],
  ...(operation.body !== undefined && { requestBody: { required: true, content: contentObject(operation.body) } }),
  responses: {
    ...Object.fromEntries(Object.entries(operation.answers).map(([status, { description, content }]) => [status, { description, ...(content !== undefined && { content: contentObject(content) }) }])),
    ...Object.fromEntries(problemsOf(operation).map((status) => [status, { $ref: `#/components/responses/Problem${status}` }])),
  },
});

const problemsOf = ({ problems = [], open }: Operation): readonly number[] => [...(open === true ? [] : [401, 429]), ...problems].sort();

const contentObject = (content: Readonly<Record<string, Content>>): Json =>
  Object.fromEntries(Object.entries(content).map(([type, { schema, example }]) => [type, { schema: typeof schema === 'string' ? { $ref: `#/components/schemas/${schema}` } : schema, ...(example !== undefined && { example }) }]));

/** One response a status, with the code it mostly carries. */
const examples: Readonly<Record<number, Code>> = {
  400: 'request.unreadable', 401: 'request.unauthorized', 403: 'request.forbidden', 404: 'facility.unknown', 409: 'facility.exists', 412: 'model.changed', 413: 'request.too-large', 415: 'request.media-type', 422: 'unit.unknown', 428: 'request.if-match-missing',
  429: 'request.rate-limited', 503: 'service.overloaded',
};

const problemResponses = (): Json =>
  Object.fromEntries(
    Object.entries(examples).map(([status, code]) => {
      const retry = status === '429' || status === '503' ? { headers: { 'Retry-After': { schema: { type: 'integer' }, description: 'Seconds.' } } } : {};
      const example = { type: `/v1/errors#${code}`, title: codes[code].en, status: statusOf(code), code, vi: codes[code].vi };
      return [`Problem${status}`, { description: codes[code].en, ...retry, content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' }, example } } }];
    }),
  );
