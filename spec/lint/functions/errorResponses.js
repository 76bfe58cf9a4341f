import { descriptionOf, isControl } from './lib/description.js';

/** An operation states the errors that any may meet; each has the one schema and an example. */
export default function errorResponses(_root, _options, context) {
  const description = descriptionOf(context);
  const problems = [];
  for (const operation of description.operations) {
    // The control API asks nobody who they are.
    const required = isControl(operation) ? ['500'] : ['401', '403', '500'];
    const resource = description.parametersOf(operation)
      .find(({ value }) => value.in === 'path' && value.name !== 'project_id');
    // A PUT of the control API makes what its path names.
    const makes = isControl(operation) && operation.method === 'put';
    if (resource !== undefined && !makes) required.push('404');
    for (const status of required) {
      if (operation.responses.has(status)) continue;
      const reason = status === '404' ? `, though its path names a resource, {${resource.value.name}}` : '';
      problems.push(operation.problem(`${operation.label} states no ${status}${reason}; add that response with the schema Error and an example.`, 'responses'));
    }
    for (const [status, response] of operation.responses) {
      if (/^[45]|^default$/.test(status)) problems.push(...check(description, status, response));
    }
  }
  return problems;
}

function check(description, status, response) {
  const types = [...response.content.keys()];
  if (types.length !== 1 || types[0] !== 'application/json') {
    return [response.problem(`The ${status} response has ${types.join(', ') || 'no content'}; give it application/json with the schema Error, and nothing else.`)];
  }
  const media = response.content.get('application/json');
  const problems = [];
  if (media.schema === null || !description.isError(media.schema)) {
    problems.push(media.problem(`The ${status} response has a schema of its own; refer to the shared one, schemas/Error.yaml.`));
  }
  if (media.examples.size === 0 && media.value.example === undefined) {
    problems.push(media.problem(`The ${status} response has no example; add one below "examples".`));
  }
  return problems;
}
