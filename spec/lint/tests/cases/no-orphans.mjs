const orphan = (name, content = {}) => ({
  title: name,
  only: 'source',
  change: files => { files[name] = content; },
  finds: [['openapi.yaml', 'paths', `${name} is referred to by nothing that the index reaches; refer to it or delete it.`]],
});

export const good = [{ title: 'files that are all referred to', change: () => {} }];

export const bad = [
  orphan('schemas/Forgotten.yaml', { type: 'object' }),
  orphan('parameters/forgotten.yaml'),
  orphan('responses/Forgotten.yaml'),
  orphan('examples/showThing/200-forgotten.yaml'),
  orphan('paths/thing/forgotten.yaml'),
  {
    title: 'a file that only an orphan refers to',
    only: 'source',
    change: files => {
      files['schemas/A.yaml'] = { $ref: 'B.yaml' };
      files['schemas/B.yaml'] = {};
    },
    finds: ['A', 'B'].map(name => ['openapi.yaml', 'paths', `schemas/${name}.yaml is referred to by nothing that the index reaches; refer to it or delete it.`]),
  },
];
