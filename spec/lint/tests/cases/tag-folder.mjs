import { ITEM, operations } from '../support/base.mjs';

export const good = [
  {
    title: 'a tag of two words as a folder in lower case',
    change: files => {
      operations(files).get.tags = ['BigThing'];
      delete operations(files).put;
      files['paths/bigthing/showThing.yaml'] = operations(files);
      files['openapi.yaml'].paths['/v1/{project_id}/things/{thing_id}'].$ref = 'paths/bigthing/showThing.yaml';
    },
  },
];

export const bad = [
  {
    title: 'a tag that is not the folder',
    only: 'source',
    change: files => { operations(files).get.tags = ['Other']; },
    finds: [[ITEM, 'get.tags', `showThing has the tag Other but stands in ${ITEM}; move the file to paths/other/ or change the tag.`]],
  },
  {
    title: 'two tags',
    change: files => { operations(files).get.tags = ['Thing', 'Other']; },
    finds: [[ITEM, 'get', 'showThing has 2 tags; give it the one tag of its family.']],
  },
  {
    title: 'no tag',
    change: files => { delete operations(files).put.tags; },
    finds: [[ITEM, 'put', 'updateThing has 0 tags; give it the one tag of its family.']],
  },
];
