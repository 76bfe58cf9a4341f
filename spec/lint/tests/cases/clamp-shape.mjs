import { ITEM, operations } from '../support/base.mjs';

const CLAMP = 'x-postern-clamp';
const AT = `get.parameters.0.${CLAMP}`;
const limit = files => operations(files).get.parameters[0];
const clamp = value => files => { limit(files)[CLAMP] = value; };
const NOWHERE = 'limit is no integer in the query, so it cannot be corrected; drop x-postern-clamp.';

export const good = [{ title: 'one of the two', change: clamp({ below: 20 }) }];

export const bad = [
  { title: 'a header', change: files => { limit(files).in = 'header'; }, finds: [[ITEM, AT, NOWHERE]] },
  { title: 'a text', change: files => { limit(files).schema = { type: 'string' }; }, finds: [[ITEM, AT, NOWHERE]] },
  { title: 'neither', change: clamp({}), finds: [[ITEM, AT, 'x-postern-clamp of limit says nothing; give it below, above or both.']] },
  {
    title: 'another key',
    change: clamp({ below: 20, over: 500 }),
    finds: [[ITEM, `${AT}.over`, 'x-postern-clamp of limit has over; use only below and above.']],
  },
  {
    title: 'above without maximum',
    change: files => { delete limit(files).schema.maximum; },
    finds: [[ITEM, `${AT}.above`, 'x-postern-clamp of limit has above, but its schema has no maximum; add the bound or drop above.']],
  },
  {
    title: 'below without minimum',
    change: files => { delete limit(files).schema.minimum; },
    finds: [[ITEM, `${AT}.below`, 'x-postern-clamp of limit has below, but its schema has no minimum; add the bound or drop below.']],
  },
  {
    title: 'a correction to what is refused',
    change: clamp({ below: 0, above: 501 }),
    finds: [
      [ITEM, `${AT}.below`, 'x-postern-clamp of limit corrects to 0, which its schema does not allow; use an integer within minimum and maximum.'],
      [ITEM, `${AT}.above`, 'x-postern-clamp of limit corrects to 501, which its schema does not allow; use an integer within minimum and maximum.'],
    ],
  },
];
