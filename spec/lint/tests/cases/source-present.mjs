import { ITEM, operations } from '../support/base.mjs';

const SOURCE = 'x-postern-source';
const finds = [[ITEM, 'get', 'showThing names no source; put the title and date of its document into x-postern-source. Only the dialect POSTERN has none.']];

export const good = [
  {
    title: 'none in our own API',
    change: files => {
      operations(files).get['x-postern-dialect'] = 'POSTERN';
      delete operations(files).get[SOURCE];
    },
  },
];

export const bad = [
  { title: 'none', change: files => { delete operations(files).get[SOURCE]; }, finds },
  { title: 'an empty one', change: files => { operations(files).get[SOURCE] = ''; }, finds },
  {
    title: 'an empty one in our own API',
    change: files => { Object.assign(operations(files).get, { 'x-postern-dialect': 'POSTERN', [SOURCE]: ' ' }); },
    finds,
  },
];
