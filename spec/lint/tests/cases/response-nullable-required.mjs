import { operations } from '../support/base.mjs';

const RESPONSE = 'schemas/ShowThingResponse.yaml';

export const good = [
  {
    title: 'anything in our own API',
    change: files => {
      operations(files).get['x-postern-dialect'] = 'POSTERN';
      operations(files).put['x-postern-dialect'] = 'POSTERN';
      files[RESPONSE].required = ['name'];
    },
  },
  { title: 'anything in a request', change: files => { files['schemas/ThingReq.yaml'].required = ['name', 'colour']; } },
  {
    title: 'a required property that a part has',
    change: files => {
      files['schemas/Part.yaml'].nullable = true;
      files[RESPONSE].properties.part = { type: 'object', nullable: true, allOf: [{ $ref: 'Part.yaml' }], description: 'A part.' };
      files[RESPONSE].required.push('part');
    },
  },
];

export const bad = [
  {
    title: 'a required property that is not nullable',
    change: files => { files[RESPONSE].required.push('name'); },
    finds: [[RESPONSE, 'required.1', 'ShowThingResponse requires name, which is never null; drop it from required, or make it nullable if the vendor prints it as null.']],
  },
  {
    title: 'one that is deep in a response',
    change: files => { files['schemas/Part.yaml'].required = ['made_at']; },
    finds: [['schemas/Part.yaml', 'required.0', 'Part requires made_at, which is never null; drop it from required, or make it nullable if the vendor prints it as null.']],
  },
  {
    title: 'a nullable property that is not required',
    change: files => { files[RESPONSE].required = []; },
    finds: [[RESPONSE, 'properties.note', 'ShowThingResponse may have null for note but may also leave it out; add note to required, or make it not nullable.']],
  },
  {
    title: 'a required property that does not exist',
    change: files => { files[RESPONSE].required.push('nothing'); },
    finds: [[RESPONSE, 'required.1', 'ShowThingResponse requires nothing, which is none of its properties; describe it or drop it from required.']],
  },
];
