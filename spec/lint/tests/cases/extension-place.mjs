import { ITEM, operations } from '../support/base.mjs';

const REQUEST = 'schemas/ThingReq.yaml';
const RESPONSE = 'schemas/ShowThingResponse.yaml';
const VIOLATION = 'x-postern-violation';
const REPORTED = 'x-postern-reported-as';
const NO_REQUEST = 'x-postern-violation stands on a schema that is no property of a request; move it to the property it is about.';

export const good = [
  { title: 'a violation of a request property', change: files => { files[REQUEST].properties.name[VIOLATION] = 'APIC.7301'; } },
  { title: 'a violation of a parameter, with which of its messages', change: files => { files['parameters/thing_id.yaml'][VIOLATION] = 'APIG.2011_ACTION'; } },
  { title: 'another name of a parameter', change: files => { files['parameters/thing_id.yaml'][REPORTED] = 'id'; } },
];

export const bad = [
  {
    title: 'an extension that is misspelt',
    change: files => { operations(files).get['x-postern-sorce'] = 'Reference'; },
    finds: [[ITEM, 'get.x-postern-sorce', 'x-postern-sorce is no extension of ours; correct it to one of those in CONTRIBUTING.md or drop it.']],
  },
  {
    title: 'a clamp on a schema',
    change: files => { operations(files).get.parameters[0].schema['x-postern-clamp'] = { below: 1 }; },
    finds: [[ITEM, 'get.parameters.0.schema.x-postern-clamp', 'x-postern-clamp means nothing on a schema; move it to the parameter it is about.']],
  },
  {
    title: 'an enum extension without enum',
    change: files => { files[RESPONSE].properties.name['x-enum-descriptions'] = ['Text.']; },
    finds: [[RESPONSE, 'properties.name.x-enum-descriptions', 'x-enum-descriptions stands on a schema without enum; move it to the schema that has the values.']],
  },
  {
    title: 'a violation of a response property',
    change: files => { files[RESPONSE].properties.name[VIOLATION] = 'APIC.7301'; },
    finds: [[RESPONSE, 'properties.name.x-postern-violation', NO_REQUEST]],
  },
  {
    title: 'a violation of a whole request',
    change: files => { files[REQUEST][VIOLATION] = 'APIC.7301'; },
    finds: [[REQUEST, 'x-postern-violation', NO_REQUEST]],
  },
  {
    title: 'a violation that is no error code',
    change: files => { files['parameters/thing_id.yaml'][VIOLATION] = 7301; },
    finds: [['parameters/thing_id.yaml', VIOLATION, 'x-postern-violation is 7301; give it an error code such as APIC.7301.']],
  },
  {
    title: 'an empty name',
    change: files => { files['parameters/thing_id.yaml'][REPORTED] = ''; },
    finds: [['parameters/thing_id.yaml', REPORTED, 'x-postern-reported-as is empty; give it the name by which errors call the parameter.']],
  },
];
