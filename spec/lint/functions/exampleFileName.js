import { descriptionOf, isBlank } from './lib/description.js';

/**
 * An example stands at examples/<operationId>/<status or "request">-<situation>.yaml, with summary and value; one of
 * several operations at examples/shared/.
 */
export default function exampleFileName(_root, _options, context) {
  const description = descriptionOf(context);
  const problems = [];
  for (const operation of description.operations) {
    const bodies = [...operation.responses];
    if (operation.requestBody !== null) bodies.unshift(['request', operation.requestBody]);
    for (const [role, body] of bodies) {
      for (const media of body.content.values()) {
        for (const example of media.examples.values()) {
          if (example.pointer.length > 0) continue;
          const local = description.localName(example.file);
          const place = local.startsWith('examples/shared/') ? 'shared' : operation.value.operationId;
          const prefix = `examples/${place}/${role}-`;
          const situation = local.slice(prefix.length);
          if (!local.startsWith(prefix) || !/^[a-z0-9]+(-[a-z0-9]+)*\.yaml$/.test(situation)) {
            problems.push(example.problem(`${local} is an example of ${operation.label}, ${role}; move it to ${prefix}<situation>.yaml, the situation in lower case with hyphens.`));
          }
        }
      }
    }
  }
  for (const example of description.examples) {
    if (isBlank(example.value.summary)) {
      problems.push(example.problem('The example has no summary; say in a few words what situation it shows.'));
    }
    if (!('value' in example.value)) {
      problems.push(example.problem('The example has no value; put what is sent or answered below "value".'));
    }
  }
  return problems;
}
