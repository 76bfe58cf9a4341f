const RESPONSE = 'schemas/ShowThingResponse.yaml';
const description = 'Something.';
const add = property => files => { files[RESPONSE].properties.extra = { description, ...property }; };
const finds = message => [[RESPONSE, 'properties.extra.nullable', message]];

export const good = [
  {
    title: 'a type whose parts take null as well',
    change: files => {
      files['schemas/Part.yaml'].nullable = true;
      add({ type: 'object', nullable: true, allOf: [{ $ref: 'Part.yaml' }] })(files);
    },
  },
  { title: 'an enum with null', change: add({ type: 'string', nullable: true, enum: ['a', null] }) },
];

export const bad = [
  {
    title: 'no type beside it',
    change: add({ nullable: true, allOf: [{ $ref: 'Part.yaml' }] }),
    finds: finds('nullable has no effect without a type beside it; add the type.'),
  },
  {
    title: 'a part that takes no null',
    change: add({ type: 'object', nullable: true, allOf: [{ $ref: 'Part.yaml' }] }),
    finds: finds('nullable has no effect, since Part takes no null; make that nullable as well.'),
  },
  {
    title: 'alternatives that take no null',
    change: add({ type: 'object', nullable: true, oneOf: [{ $ref: 'Part.yaml' }, { type: 'object' }] }),
    finds: finds('nullable has no effect, since none of the alternatives takes null; make one nullable as well.'),
  },
  {
    title: 'an enum without null',
    change: add({ type: 'string', nullable: true, enum: ['a'] }),
    finds: finds('nullable has no effect beside an enum without null; add null to the values.'),
  },
];
