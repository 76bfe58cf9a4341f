const BLUE = 'examples/showThing/200-blue.yaml';
const properties = files => files['schemas/ShowThingResponse.yaml'].properties;

export const good = [
  {
    title: 'anything in a free object',
    change: files => {
      properties(files).more = { type: 'object', description: 'Anything.' };
      files[BLUE].value.more = { any: { thing: 1 } };
    },
  },
  {
    title: 'names of additionalProperties',
    change: files => {
      properties(files).counts = { type: 'object', description: 'Counts.', additionalProperties: { type: 'integer' } };
      files[BLUE].value.counts = { any: 1 };
    },
  },
  {
    title: 'what one of several parts describes',
    change: files => {
      properties(files).part = {
        description: 'A part.',
        allOf: [{ $ref: 'Part.yaml' }, { type: 'object', properties: { size: { type: 'integer', description: 'The size.' } } }],
      };
      files[BLUE].value.part = { made_at: '2024-01-01T00:00:00Z', size: 1 };
    },
  },
];

export const bad = [
  {
    title: 'a property that the schema does not have',
    change: files => { files[BLUE].value.secret = 1; },
    finds: [[BLUE, 'value.secret', 'ShowThingResponse describes no property secret; describe it there or correct the example.']],
  },
  {
    title: 'one in an item of an array',
    change: files => { files[BLUE].value.parts[0].secret = 1; },
    finds: [[BLUE, 'value.parts.0.secret', 'Part describes no property secret; describe it there or correct the example.']],
  },
  {
    title: 'one in an object among additionalProperties',
    change: files => {
      properties(files).by_name = { type: 'object', description: 'Parts by name.', additionalProperties: { $ref: 'Part.yaml' } };
      files[BLUE].value.by_name = { first: { secret: 1 } };
    },
    finds: [[BLUE, 'value.by_name.first.secret', 'Part describes no property secret; describe it there or correct the example.']],
  },
];
