import { z } from 'zod';
import { operations } from '../../wire/operations.ts';
import { problemSchema } from '../../wire/problem.ts';

type Json = Record<string, unknown>;

const schemaOf = (schema: z.ZodType, io: 'input' | 'output'): Json => {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as Json;
  return rest;
};

const isEmpty = (schema: Json): boolean => Object.keys((schema.properties as Json | undefined) ?? {}).length === 0;

/** The contract as an OpenAPI 3.1 document, made from the same table as the routes. */
export function openApi(version: string): Json {
  const paths: Record<string, Json> = {};
  for (const [name, operation] of Object.entries(operations)) {
    const path = operation.path.replace(/:(\w+)/g, '{$1}');
    const body = schemaOf(operation.body, 'input');
    const isPublic = operation.who.includes('anyone');
    const item: Json = {
      operationId: name,
      summary: operation.summary,
      parameters: parametersOf(operation.path, schemaOf(operation.query, 'input')),
      responses: responsesOf(operation.method, schemaOf(operation.answer, 'output')),
      'x-roles': operation.who,
      security: isPublic ? [] : [{ token: [] }, { cookie: [] }],
    };
    if (operation.method !== 'GET' && !isEmpty(body))
      item.requestBody = { content: { 'application/json': { schema: body } } };
    paths[path] = { ...paths[path], [operation.method.toLowerCase()]: item };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Mời Số',
      version,
      description: 'Times are ms since 1970. POST bodies take a requestId: the same id gets the first answer again.',
    },
    paths,
    components: {
      schemas: { Problem: schemaOf(problemSchema, 'output') },
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer' },
        cookie: { type: 'apiKey', in: 'cookie', name: 'moiso-session' },
      },
    },
  };
}

function parametersOf(path: string, query: Json): Json[] {
  const inPath = [...path.matchAll(/:(\w+)/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));
  const required = (query.required as string[] | undefined) ?? [];
  const inQuery = Object.entries((query.properties as Json | undefined) ?? {}).map(([name, schema]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    schema,
  }));
  return [...inPath, ...inQuery];
}

function responsesOf(method: string, answer: Json): Json {
  const success = { description: 'The resource itself', content: { 'application/json': { schema: answer } } };
  const problem = {
    description: 'Problem details with a stable code',
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  };
  return method === 'POST' ? { 200: success, 201: success, default: problem } : { 200: success, default: problem };
}
