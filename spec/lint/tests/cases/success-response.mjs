import { ITEM, operations } from '../support/base.mjs';

export const good = [
  { title: 'one 2xx', change: files => { operations(files).put.responses = { 202: { description: 'Taken.' } }; } },
];

export const bad = [
  {
    title: 'two 2xx',
    change: files => { operations(files).put.responses[200] = { description: 'Done.' }; },
    finds: [[ITEM, 'put.responses', 'updateThing has 200 and 204; state exactly one 2xx response.']],
  },
  {
    title: 'no 2xx',
    change: files => { delete operations(files).put.responses[204]; },
    finds: [[ITEM, 'put.responses', 'updateThing has no 2xx; state exactly one 2xx response.']],
  },
];
