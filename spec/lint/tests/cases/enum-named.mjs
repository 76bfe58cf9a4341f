import { ITEM, operations } from '../support/base.mjs';

const RESPONSE = 'schemas/ShowThingResponse.yaml';
const MESSAGE = 'The enum has no name; move it to schemas/<Type>.yaml and refer to that.';

export const good = [
  {
    title: 'a query parameter that refers to an enum',
    change: files => { operations(files).get.parameters[0].schema = { $ref: '../../schemas/Colour.yaml' }; },
  },
];

export const bad = [
  {
    title: 'an enum in a property',
    change: files => { files[RESPONSE].properties.name.enum = ['Box']; },
    finds: [[RESPONSE, 'properties.name.enum', MESSAGE]],
  },
  {
    title: 'an enum in the items of an array',
    change: files => { files[RESPONSE].properties.parts.items = { type: 'string', enum: ['lid'] }; },
    finds: [[RESPONSE, 'properties.parts.items.enum', MESSAGE]],
  },
  {
    title: 'an enum in a query parameter',
    change: files => { operations(files).get.parameters[0].schema.enum = [20]; },
    finds: [[ITEM, 'get.parameters.0.schema.enum', MESSAGE]],
  },
];
