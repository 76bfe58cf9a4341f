const PART = 'schemas/Part.yaml';
const madeAt = files => files[PART].properties.made_at;

export const good = [
  {
    title: 'a default in a request',
    change: files => { Object.values(files['schemas/ThingReq.yaml'].properties)[0].default = 'x'; },
  },
];

export const bad = [
  {
    title: 'a default in a response',
    change: files => { madeAt(files).default = '2020-01-01T00:00:00Z'; },
    finds: [[PART, 'properties.made_at.default', 'The default 2020-01-01T00:00:00Z is part of an answer; say it in the description instead.']],
  },
];
