import { ITEM, operations } from '../support/base.mjs';

const PATH = '/v1/{project_id}/things/{thing_id}';

function moveTo(files, name) {
  files[name] = files[ITEM];
  delete files[ITEM];
  files['openapi.yaml'].paths[PATH].$ref = name;
}

export const good = [
  {
    title: 'a file named after its one operation',
    change: files => {
      delete operations(files).put;
      moveTo(files, 'paths/thing/showThing.yaml');
    },
  },
];

export const bad = [
  {
    title: 'the operations in another order',
    only: 'source',
    change: files => moveTo(files, 'paths/thing/showThing_updateThing.yaml'),
    finds: [['paths/thing/showThing_updateThing.yaml', '', 'paths/thing/showThing_updateThing.yaml holds updateThing, showThing; rename the file to updateThing_showThing.yaml.']],
  },
  {
    title: 'a path item in the index, beside others in files',
    only: 'source',
    change: files => {
      files['openapi.yaml'].paths['/v1/all'] = { get: { operationId: 'listThings' } };
    },
    finds: [['openapi.yaml', 'paths./v1/all', '/v1/all is written in the index; move it to paths/<family>/listThings.yaml and refer to that.']],
  },
];
