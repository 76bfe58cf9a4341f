import { ITEM, operations } from '../support/base.mjs';

const parameter = files => operations(files).get.parameters[0];
const array = more => files => { Object.assign(parameter(files), { schema: { type: 'array', items: { type: 'string' } }, ...more }); };
const finds = [[ITEM, 'get.parameters.0', 'The array limit does not say how it is written; state style and explode (form and true for a repeated name).']];

export const good = [
  { title: 'an array with both', change: array({ style: 'form', explode: true }) },
  { title: 'an array that is sent as one text', change: array({ style: 'form', explode: false }) },
];

export const bad = [
  { title: 'an array with neither', change: array({}), finds },
  { title: 'an array without explode', change: array({ style: 'form' }), finds },
  {
    title: 'an array behind a $ref',
    change: files => {
      files['schemas/Names.yaml'] = { type: 'array', description: 'Names.', items: { type: 'string' } };
      parameter(files).schema = { $ref: '../../schemas/Names.yaml' };
    },
    finds,
  },
];
