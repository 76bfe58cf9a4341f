import { operations } from '../support/base.mjs';

const EXAMPLE = 'examples/showThing/200-blue.yaml';
const examples = files => operations(files).get.responses[200].content['application/json'].examples;

function moveTo(files, name) {
  files[name] = files[EXAMPLE];
  delete files[EXAMPLE];
  examples(files).blue.$ref = `../../${name}`;
}

const misplaced = name => ({
  title: name,
  only: 'source',
  change: files => moveTo(files, name),
  finds: [[name, '', `${name} is an example of showThing, 200; move it to examples/showThing/200-<situation>.yaml, the situation in lower case with hyphens.`]],
});

export const good = [
  { title: 'a situation of several words', change: files => moveTo(files, 'examples/showThing/200-blue-with-2-parts.yaml') },
  { title: 'an example of several operations', change: files => moveTo(files, 'examples/shared/200-blue.yaml') },
  { title: 'an example that is written where it is used', change: files => { examples(files).blue = files[EXAMPLE]; } },
];

export const bad = [
  misplaced('examples/updateThing/200-blue.yaml'),
  misplaced('examples/showThing/201-blue.yaml'),
  misplaced('examples/showThing/200-Blue.yaml'),
  misplaced('examples/showThing/200-.yaml'),
  {
    title: 'an example of several operations that says another status',
    only: 'source',
    change: files => moveTo(files, 'examples/shared/201-blue.yaml'),
    finds: [['examples/shared/201-blue.yaml', '', 'examples/shared/201-blue.yaml is an example of showThing, 200; move it to examples/shared/200-<situation>.yaml, the situation in lower case with hyphens.']],
  },
  {
    title: 'a request example named like an answer',
    only: 'source',
    change: files => {
      files['examples/updateThing/204-rename.yaml'] = files['examples/updateThing/request-rename.yaml'];
      operations(files).put.requestBody.content['application/json'].examples.rename.$ref = '../../examples/updateThing/204-rename.yaml';
    },
    finds: [['examples/updateThing/204-rename.yaml', '', 'examples/updateThing/204-rename.yaml is an example of updateThing, request; move it to examples/updateThing/request-<situation>.yaml, the situation in lower case with hyphens.']],
  },
  {
    title: 'an example without summary',
    change: files => { delete files[EXAMPLE].summary; },
    finds: [[EXAMPLE, '', 'The example has no summary; say in a few words what situation it shows.']],
  },
  {
    title: 'an example without value',
    change: files => { files[EXAMPLE] = { summary: 'Blue' }; },
    finds: [[EXAMPLE, '', 'The example has no value; put what is sent or answered below "value".']],
  },
];
