import { ITEM, operations } from '../support/base.mjs';

const missing = (status, name) => ({
  title: `a body and no ${status}`,
  change: files => { delete operations(files).put.responses[status]; },
  finds: [[ITEM, 'put.responses', `updateThing takes a body but states no ${status}; refer to responses/${name}.yaml.`]],
});

export const good = [{ title: 'neither where there is no body', change: files => { delete operations(files).put; } }];

export const bad = [missing('413', 'PayloadTooLarge'), missing('415', 'UnsupportedMediaType')];
