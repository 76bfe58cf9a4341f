import { ITEM, operations } from '../support/base.mjs';

const REFUSED = 'responses/Refused.yaml';
const notFound = files => operations(files).put.responses[404];
const missing = (status, reason = '') => ({
  title: `no ${status}`,
  change: files => { delete operations(files).get.responses[status]; },
  finds: [[ITEM, 'get.responses', `showThing states no ${status}${reason}; add that response with the schema Error and an example.`]],
});

export const good = [
  {
    title: 'no 401 and 403 in the control API',
    change: files => {
      const { get } = operations(files);
      get['x-postern-dialect'] = 'POSTERN';
      delete get.responses[401];
      delete get.responses[403];
    },
  },
  {
    title: 'no 404 where the control API makes what the path names',
    change: files => {
      const { put } = operations(files);
      put['x-postern-dialect'] = 'POSTERN';
      delete put.responses[404];
    },
  },
  {
    title: 'no 404 where the path names but the project',
    change: files => {
      operations(files).parameters.pop();
      delete operations(files).get.responses[404];
    },
  },
];

export const bad = [
  missing('401'),
  missing('403'),
  missing('500'),
  missing('404', ', though its path names a resource, {thing_id}'),
  {
    title: 'no 404 where the control API shows what the path names',
    change: files => {
      const { get } = operations(files);
      get['x-postern-dialect'] = 'POSTERN';
      delete get.responses[404];
    },
    finds: [[ITEM, 'get.responses', 'showThing states no 404, though its path names a resource, {thing_id}; add that response with the schema Error and an example.']],
  },
  {
    title: 'no 404 where the operation itself has the parameter',
    change: files => {
      operations(files).get.parameters.push(operations(files).parameters.pop());
      delete operations(files).get.responses[404];
    },
    finds: [[ITEM, 'get.responses', 'showThing states no 404, though its path names a resource, {thing_id}; add that response with the schema Error and an example.']],
  },
  {
    title: 'an error without example, behind a $ref',
    change: files => { delete files[REFUSED].content['application/json'].examples; },
    finds: ['401', '403', '404', '413', '415', '500'].map(status => [REFUSED, 'content.application/json', `The ${status} response has no example; add one below "examples".`]),
  },
  {
    title: 'an error without example',
    change: files => { notFound(files).content['application/json'].examples = {}; },
    finds: [[ITEM, 'put.responses.404.content.application/json', 'The 404 response has no example; add one below "examples".']],
  },
  {
    title: 'an error with a schema of its own',
    change: files => { notFound(files).content['application/json'].schema = files['schemas/Error.yaml']; },
    finds: [[ITEM, 'put.responses.404.content.application/json', 'The 404 response has a schema of its own; refer to the shared one, schemas/Error.yaml.']],
  },
  {
    title: 'an error with another schema',
    change: files => { notFound(files).content['application/json'].schema = { $ref: '../../schemas/Part.yaml' }; },
    finds: [[ITEM, 'put.responses.404.content.application/json', 'The 404 response has a schema of its own; refer to the shared one, schemas/Error.yaml.']],
  },
  {
    title: 'an error of another name that ends alike',
    change: files => {
      files['schemas/NoError.yaml'] = files['schemas/Error.yaml'];
      notFound(files).content['application/json'].schema = { $ref: '../../schemas/NoError.yaml' };
    },
    finds: [[ITEM, 'put.responses.404.content.application/json', 'The 404 response has a schema of its own; refer to the shared one, schemas/Error.yaml.']],
  },
  {
    title: 'an error without content',
    change: files => { delete notFound(files).content; },
    finds: [[ITEM, 'put.responses.404', 'The 404 response has no content; give it application/json with the schema Error, and nothing else.']],
  },
  {
    title: 'an error in another media type',
    change: files => { notFound(files).content = { 'text/plain': { schema: { type: 'string' } } }; },
    finds: [[ITEM, 'put.responses.404', 'The 404 response has text/plain; give it application/json with the schema Error, and nothing else.']],
  },
];
