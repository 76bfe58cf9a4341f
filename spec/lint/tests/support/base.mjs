/**
 * A small description that breaks no rule: two operations with a body, parameters, an enum, shared
 * responses and examples. Each case changes one thing of it.
 */
export function base() {
  return {
    'openapi.yaml': {
      openapi: '3.0.3',
      info: {
        title: 'Things',
        version: 'v1',
        description: 'An API to try rules on.',
        contact: { name: 'Nobody' },
      },
      servers: [{ url: 'http://localhost:8080' }],
      tags: [{ name: 'Thing', description: 'Things.' }],
      security: [{ token: [] }],
      paths: {
        '/v1/{project_id}/things/{thing_id}': { $ref: 'paths/thing/updateThing_showThing.yaml' },
      },
      components: {
        securitySchemes: { token: { type: 'apiKey', in: 'header', name: 'X-Auth-Token' } },
      },
    },
    'paths/thing/updateThing_showThing.yaml': {
      parameters: [{ $ref: '../../parameters/project_id.yaml' }, { $ref: '../../parameters/thing_id.yaml' }],
      put: {
        operationId: 'updateThing',
        tags: ['Thing'],
        description: 'Changes a thing.',
        'x-postern-source': 'Reference, Changing a Thing, 2024-01-01',
        'x-postern-dialect': 'APIG',
        'x-postern-action': 'thing:things:get',
        requestBody: {
          description: 'The change.',
          content: {
            'application/json': {
              schema: { $ref: '../../schemas/ThingReq.yaml' },
              examples: { rename: { $ref: '../../examples/updateThing/request-rename.yaml' } },
            },
          },
        },
        responses: {
          204: { description: 'It is changed.' },
          401: { $ref: '../../responses/Refused.yaml' },
          403: { $ref: '../../responses/Refused.yaml' },
          404: {
            description: 'There is no such thing.',
            content: {
              'application/json': {
                schema: { $ref: '../../schemas/Error.yaml' },
                examples: { 'not-found': { $ref: '../../examples/updateThing/404-not-found.yaml' } },
              },
            },
          },
          413: { $ref: '../../responses/Refused.yaml' },
          415: { $ref: '../../responses/Refused.yaml' },
          500: { $ref: '../../responses/Refused.yaml' },
        },
      },
      get: {
        operationId: 'showThing',
        tags: ['Thing'],
        description: 'Shows a thing.',
        'x-postern-source': 'Reference, Showing a Thing, 2024-01-01',
        'x-postern-dialect': 'APIG',
        'x-postern-action': 'thing:things:get',
        parameters: [
          {
            name: 'limit',
            in: 'query',
            description: 'How many parts to show.',
            'x-postern-clamp': { below: 20, above: 500 },
            schema: { type: 'integer', format: 'int32', minimum: 1, maximum: 500, default: 20 },
          },
        ],
        responses: {
          200: {
            description: 'The thing.',
            content: {
              'application/json': {
                schema: { $ref: '../../schemas/ShowThingResponse.yaml' },
                examples: { blue: { $ref: '../../examples/showThing/200-blue.yaml' } },
              },
            },
          },
          401: { $ref: '../../responses/Refused.yaml' },
          403: { $ref: '../../responses/Refused.yaml' },
          404: { $ref: '../../responses/Refused.yaml' },
          500: { $ref: '../../responses/Refused.yaml' },
        },
      },
    },
    'parameters/project_id.yaml': {
      name: 'project_id', in: 'path', required: true, description: 'The project.', schema: { type: 'string' },
    },
    'parameters/thing_id.yaml': {
      name: 'thing_id', in: 'path', required: true, description: 'The thing.', schema: { type: 'string' },
    },
    'responses/Refused.yaml': {
      description: 'The request is refused.',
      content: {
        'application/json': {
          schema: { $ref: '../schemas/Error.yaml' },
          examples: { refused: { summary: 'Refused', value: { error_code: 'APIG.1', error_msg: 'No' } } },
        },
      },
    },
    'schemas/Error.yaml': {
      type: 'object',
      description: 'What went wrong.',
      required: ['error_code', 'error_msg'],
      properties: {
        error_code: { type: 'string', description: 'A code.' },
        error_msg: { type: 'string', description: 'A text.' },
      },
    },
    'schemas/ThingReq.yaml': {
      type: 'object',
      description: 'A change of a thing.',
      required: ['name'],
      properties: {
        name: { type: 'string', description: 'The new name.', maxLength: 8 },
        colour: { $ref: 'Colour.yaml' },
      },
    },
    'schemas/ShowThingResponse.yaml': {
      type: 'object',
      description: 'A thing.',
      required: ['note'],
      properties: {
        name: { type: 'string', description: 'The name.', example: 'Box' },
        colour: { allOf: [{ $ref: 'Colour.yaml' }], description: 'The colour it has.' },
        note: { type: 'string', nullable: true, description: 'A note, or null.' },
        parts: { type: 'array', description: 'The parts.', items: { $ref: 'Part.yaml' } },
      },
    },
    'schemas/Part.yaml': {
      type: 'object',
      description: 'A part of a thing.',
      properties: { made_at: { type: 'string', format: 'date-time', description: 'When it was made.' } },
    },
    'schemas/Colour.yaml': {
      type: 'integer',
      description: 'A colour.',
      enum: [1, 2],
      'x-enum-descriptions': ['Like the sky.', 'Like grass.'],
      'x-enum-varnames': ['BLUE', 'GREEN'],
    },
    'examples/updateThing/request-rename.yaml': { summary: 'A new name', value: { name: 'Box', colour: 2 } },
    'examples/updateThing/404-not-found.yaml': {
      summary: 'No such thing', value: { error_code: 'APIG.2', error_msg: 'Not found' },
    },
    'examples/showThing/200-blue.yaml': {
      summary: 'A blue thing',
      value: { name: 'Box', colour: 1, note: null, parts: [{ made_at: '2024-01-01T00:00:00Z' }] },
    },
  };
}

/** Shorthands for cases. */
export const ITEM = 'paths/thing/updateThing_showThing.yaml';
export const operations = files => files[ITEM];
