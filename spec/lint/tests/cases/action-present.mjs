import { ITEM, operations } from '../support/base.mjs';

const ACTION = 'x-postern-action';
const found = what => [[ITEM, 'get', `showThing has ${what} for x-postern-action; give it the action of the vendor's permission table, or a fitting one, such as apig:instances:get.`]];
const without = dialect => files => {
  operations(files).get['x-postern-dialect'] = dialect;
  delete operations(files).get[ACTION];
};

export const good = [
  { title: 'an action', change: files => { operations(files).get[ACTION] = 'apig:plugins:listBindedApis'; } },
  { title: 'none in IAM', change: without('IAM') },
  { title: 'none in our own API', change: without('POSTERN') },
];

export const bad = [
  ...['APIC', 'APIG', 'SECMASTER'].map(dialect => ({ title: `none with ${dialect}`, change: without(dialect), finds: found('nothing') })),
  { title: 'one that is no action', change: files => { operations(files).get[ACTION] = 'get'; }, finds: found('get') },
];
