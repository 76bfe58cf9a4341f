import { ITEM, operations } from '../support/base.mjs';

export const good = [
  {
    title: 'a local $ref that names its file',
    only: 'source',
    change: files => { files['schemas/Part.yaml'].properties.again = { $ref: './Part.yaml#/properties/made_at' }; },
  },
];

export const bad = [
  {
    title: 'a $ref in an example value',
    only: 'source',
    change: files => { files['examples/showThing/200-blue.yaml'].value.note = { $ref: 'note.yaml' }; files['examples/showThing/note.yaml'] = {}; },
    finds: [['examples/showThing/200-blue.yaml', '', 'OpenAPI allows no $ref at examples/showThing/200-blue.yaml#/value/note; write out what it refers to.']],
  },
  {
    title: 'a $ref for a map of responses',
    only: 'source',
    change: files => {
      files['paths/thing/responses.yaml'] = operations(files).get.responses;
      operations(files).get.responses = { $ref: 'responses.yaml' };
    },
    finds: [[ITEM, 'get', `OpenAPI allows no $ref at ${ITEM}#/get/responses; write out what it refers to.`]],
  },
  {
    title: 'a $ref for an operation',
    only: 'source',
    change: files => {
      files['paths/thing/get.yaml'] = operations(files).get;
      operations(files).get = { $ref: 'get.yaml' };
    },
    finds: [[ITEM, '', `OpenAPI allows no $ref at ${ITEM}#/get; write out what it refers to.`]],
  },
  {
    title: 'a $ref with a description beside it',
    change: files => { files['schemas/ThingReq.yaml'].properties.colour.description = 'Lost.'; },
    only: 'source',
    finds: [['schemas/ThingReq.yaml', '', 'The $ref at schemas/ThingReq.yaml#/properties/colour has neighbours, which are ignored; move it into an allOf or drop them.']],
  },
  {
    title: 'a local $ref in a file that is not the index',
    only: 'source',
    change: files => { files['schemas/Part.yaml'].properties.again = { $ref: '#/properties/made_at' }; },
    finds: [['schemas/Part.yaml', '', 'The $ref at schemas/Part.yaml#/properties/again is local to its file, which swagger-parser looks up in the index; put ./Part.yaml before the #, or give the target a file of its own.']],
  },
];
