import { ITEM, operations } from '../support/base.mjs';

const dialect = value => files => { operations(files).get['x-postern-dialect'] = value; };

export const good = ['APIC', 'APIG', 'SECMASTER', 'IAM', 'IAM_OS', 'POSTERN'].map(value => ({ title: value, change: dialect(value) }));

export const bad = [
  {
    title: 'none',
    change: files => { delete operations(files).get['x-postern-dialect']; },
    finds: [[ITEM, 'get', 'showThing has nothing for x-postern-dialect; use one of APIC, APIG, SECMASTER, IAM, IAM_OS, POSTERN.']],
  },
  {
    title: 'another',
    change: dialect('apig'),
    finds: [[ITEM, 'get', 'showThing has apig for x-postern-dialect; use one of APIC, APIG, SECMASTER, IAM, IAM_OS, POSTERN.']],
  },
];
