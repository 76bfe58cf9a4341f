import { ITEM, operations } from '../support/base.mjs';

const RESPONSE = 'schemas/ShowThingResponse.yaml';
const properties = files => files[RESPONSE].properties;

export const good = [
  { title: 'a property that is a $ref', change: files => { properties(files).colour = { $ref: 'Colour.yaml' }; } },
  { title: 'items that are no objects', change: files => { properties(files).parts.items = { type: 'string' }; } },
  {
    title: 'items that only wrap a type',
    change: files => { properties(files).parts.items = { type: 'object', allOf: [{ $ref: 'Part.yaml' }] }; },
  },
];

export const bad = [
  {
    title: 'a tag without description',
    change: files => { delete files['openapi.yaml'].tags[0].description; },
    finds: [['openapi.yaml', 'tags.0', 'The tag Thing has no description; say what its operations are about.']],
  },
  {
    title: 'an operation without description',
    change: files => { delete operations(files).get.description; },
    finds: [[ITEM, 'get', 'showThing has no description; say what it does.']],
  },
  {
    title: 'an empty description',
    change: files => { operations(files).get.description = ' '; },
    finds: [[ITEM, 'get', 'showThing has no description; say what it does.']],
  },
  {
    title: 'a shared parameter without description',
    change: files => { delete files['parameters/thing_id.yaml'].description; },
    finds: [['parameters/thing_id.yaml', '', 'The parameter thing_id has no description; say what it selects or sets.']],
  },
  {
    title: 'a response without description',
    change: files => { operations(files).put.responses[204].description = ''; },
    finds: [[ITEM, 'put.responses.204', 'The response 204 has no description; say when it is given.']],
  },
  {
    title: 'a header without description',
    change: files => { operations(files).put.responses[204].headers = { 'X-Count': { schema: { type: 'integer' } } }; },
    finds: [[ITEM, 'put.responses.204.headers.X-Count', 'The header X-Count has no description; say what it tells.']],
  },
  {
    title: 'a schema without description',
    change: files => { delete files['schemas/Part.yaml'].description; },
    finds: [['schemas/Part.yaml', '', 'The schema Part has no description; say what it stands for.']],
  },
  {
    title: 'a property that is a $ref to what has none',
    change: files => { delete files['schemas/Colour.yaml'].description; },
    finds: [['schemas/Colour.yaml', '', 'The schema Colour has no description; say what it stands for.']],
  },
  {
    title: 'a property without description',
    change: files => { delete properties(files).name.description; },
    finds: [[RESPONSE, 'properties.name', 'The property name has no description; say what it holds.']],
  },
  {
    title: 'an allOf without description beside it',
    change: files => { delete properties(files).colour.description; },
    finds: [[RESPONSE, 'properties.colour', 'The property colour has no description; say what it holds beside allOf, or make it a plain $ref.']],
  },
  {
    title: 'an object within an array without description',
    change: files => { properties(files).parts.items = { type: 'object', properties: { size: { type: 'integer' } } }; },
    finds: [
      [RESPONSE, 'properties.parts.items', `The object at ${RESPONSE}#/properties/parts/items has no description; say what it stands for.`],
      [RESPONSE, 'properties.parts.items.properties.size', 'The property size has no description; say what it holds.'],
    ],
    bundled: [
      'The object at #/components/schemas/ShowThingResponse/properties/parts/items has no description; say what it stands for.',
      'The property size has no description; say what it holds.',
    ],
  },
];
