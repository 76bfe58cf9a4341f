const PART = 'schemas/Part.yaml';
const description = 'A part.';

export const good = [
  {
    title: 'one schema used twice',
    change: files => {
      files['schemas/ShowThingResponse.yaml'].properties.first = { $ref: 'Part.yaml' };
    },
  },
];

export const bad = [
  {
    title: 'a schema that refers to itself',
    only: 'source',
    change: files => { files[PART].properties.inner = { $ref: 'Part.yaml' }; },
    finds: [[PART, '', 'Part is made of itself (Part → Part); cut the circle with a type that has no further level.']],
  },
  {
    title: 'a circle over another schema and an array',
    only: 'source',
    change: files => {
      files[PART].properties.box = { $ref: 'Box.yaml' };
      files['schemas/Box.yaml'] = { type: 'object', description, properties: { parts: { type: 'array', description, items: { $ref: 'Part.yaml' } } } };
    },
    finds: [[PART, '', 'Part is made of itself (Part → Box → Part); cut the circle with a type that has no further level.']],
  },
];
