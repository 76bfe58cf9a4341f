import { operations } from '../support/base.mjs';

const json = (files, schema) => { operations(files).get.responses[200].content['application/json'].schema = schema; };

export const good = [
  {
    title: 'a body in both in the control API',
    change: files => {
      operations(files).get['x-postern-dialect'] = 'POSTERN';
      operations(files).put['x-postern-dialect'] = 'POSTERN';
      json(files, { $ref: '../../schemas/ThingReq.yaml' });
    },
  },
  {
    title: 'an enum in both, through arrays',
    change: files => {
      files['schemas/ThingReq.yaml'].properties.colours = { type: 'array', description: 'Colours.', items: { $ref: 'Colour.yaml' } };
    },
  },
];

export const bad = [
  {
    title: 'a body in both, of which only the outermost type is told',
    change: files => {
      files['schemas/ThingReq.yaml'].properties.parts = { type: 'array', description: 'Parts.', items: { $ref: 'Part.yaml' } };
      json(files, { $ref: '../../schemas/ThingReq.yaml' });
    },
    finds: [['schemas/ThingReq.yaml', '', 'ThingReq is sent to updateThing and answered by showThing; give the request and the response a type each.']],
  },
  {
    title: 'an object deep in both',
    change: files => {
      files['schemas/ThingReq.yaml'].properties.part = { allOf: [{ $ref: 'Part.yaml' }], description: 'A part.' };
    },
    finds: [['schemas/Part.yaml', '', 'Part is sent to updateThing and answered by showThing; give the request and the response a type each.']],
  },
];
