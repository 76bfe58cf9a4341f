import { ITEM, operations } from '../support/base.mjs';

const BLUE = 'examples/showThing/200-blue.yaml';
const RENAME = 'examples/updateThing/request-rename.yaml';
const RESPONSE = 'schemas/ShowThingResponse.yaml';
const properties = files => files[RESPONSE].properties;

export const good = [
  { title: 'null for what is nullable', change: files => { files[BLUE].value.note = null; } },
  {
    title: 'a bound that is exclusive, as OpenAPI 3.0 writes it',
    change: files => {
      properties(files).size = { type: 'number', minimum: 0, exclusiveMinimum: true, example: 0.5, description: 'The size.' };
    },
  },
  {
    title: 'a type that refers to itself, which another rule refuses',
    only: 'source',
    change: files => {
      properties(files).inner = { $ref: 'ShowThingResponse.yaml' };
      files[BLUE].value.inner = { inner: {} };
    },
  },
];

export const bad = [
  {
    title: 'a response example behind a $ref with a wrong type',
    change: files => { files[BLUE].value.name = 7; },
    finds: [[BLUE, 'value.name', 'By its schema name must be string, not 7; correct the example or the schema.']],
  },
  {
    title: 'a response example without what is required',
    change: files => { delete files[BLUE].value.note; },
    finds: [[BLUE, 'value', "By its schema the value must have required property 'note'; correct the example or the schema."]],
  },
  {
    title: 'null for what is not nullable',
    change: files => { files[BLUE].value.name = null; },
    finds: [[BLUE, 'value.name', 'By its schema name must be string, not null; correct the example or the schema.']],
  },
  {
    title: 'an enum value, behind allOf and $ref, that does not exist',
    change: files => { files[BLUE].value.colour = 3; },
    finds: [[BLUE, 'value.colour', 'By its schema colour must be equal to one of the allowed values: 1, 2, not 3; correct the example or the schema.']],
  },
  {
    title: 'a wrong format in an item of an array',
    change: files => { files[BLUE].value.parts[0].made_at = 'yesterday'; },
    finds: [[BLUE, 'value.parts.0.made_at', 'By its schema parts.0.made_at must match format "date-time", not "yesterday"; correct the example or the schema.']],
  },
  {
    title: 'a whole number that is too large for its format',
    change: files => { properties(files).size = { type: 'integer', format: 'int32', example: 2147483648, description: 'The size.' }; },
    finds: [[RESPONSE, 'properties.size.example', 'By its schema the value must match format "int32", not 2147483648; correct the example or the schema.']],
  },
  {
    title: 'null for an allOf that is nullable while its part is not',
    change: files => {
      files['schemas/Part.yaml'].nullable = false;
      properties(files).part = { type: 'object', nullable: true, allOf: [{ $ref: 'Part.yaml' }], description: 'The part.' };
      files[BLUE].value.part = null;
    },
    finds: [[BLUE, 'value.part', 'By its schema part must be object, not null; correct the example or the schema.']],
  },
  {
    title: 'a request example behind a $ref that is too long',
    change: files => { files[RENAME].value.name = 'A very long name'; },
    finds: [[RENAME, 'value.name', 'By its schema name must NOT have more than 8 characters, not "A very long name"; correct the example or the schema.']],
  },
  {
    title: 'a single example of a media type',
    change: files => {
      const media = operations(files).put.requestBody.content['application/json'];
      delete media.examples;
      media.example = { name: 1 };
    },
    finds: [[ITEM, 'put.requestBody.content.application/json.example.name', 'By its schema name must be string, not 1; correct the example or the schema.']],
  },
  {
    title: 'an example of a shared response',
    change: files => { files['responses/Refused.yaml'].content['application/json'].examples.refused.value = {}; },
    finds: ['error_code', 'error_msg'].map(name => ['responses/Refused.yaml', 'content.application/json.examples.refused.value', `By its schema the value must have required property '${name}'; correct the example or the schema.`]),
  },
  {
    title: 'a default that its bounds exclude',
    change: files => { operations(files).get.parameters[0].schema.default = 0; },
    finds: [[ITEM, 'get.parameters.0.schema.default', 'By its schema the value must be >= 1, not 0; correct the example or the schema.']],
  },
  {
    title: 'an example of a parameter',
    change: files => { operations(files).get.parameters[0].examples = { many: { summary: 'Many', value: 501 } }; },
    finds: [[ITEM, 'get.parameters.0.examples.many.value', 'By its schema the value must be <= 500, not 501; correct the example or the schema.']],
  },
  {
    title: 'an example of a header',
    change: files => {
      operations(files).put.responses[204].headers = { 'X-Count': { description: 'The count.', example: 'none', schema: { type: 'integer' } } };
    },
    finds: [[ITEM, 'put.responses.204.headers.X-Count.example', 'By its schema the value must be integer, not "none"; correct the example or the schema.']],
  },
  {
    title: 'an example of a property',
    change: files => { properties(files).name.example = false; },
    finds: [[RESPONSE, 'properties.name.example', 'By its schema the value must be string, not false; correct the example or the schema.']],
  },
  {
    title: 'a pattern that is none',
    change: files => { properties(files).name.pattern = '['; },
    finds: [[RESPONSE, 'properties.name.pattern', 'The pattern [ is no regular expression, so no example can be checked; correct it.']],
  },
];
