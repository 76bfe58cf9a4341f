import { descriptionOf, isControl, partsOf, titleOf, typeOf } from './lib/description.js';

/** What is sent and what is answered have types of their own, even with the same fields. */
export default function requestResponseApart(_root, _options, context) {
  const description = descriptionOf(context);
  const sent = usersOf(description, operation => description.requestSchemas(operation));
  const answered = usersOf(description, operation => description.responseSchemas(operation));
  const shared = new Set([...sent.keys()].filter(schema => answered.has(schema)));
  // What a shared schema is made of is shared with it; the outermost is enough to tell.
  const inner = new Set([...shared].flatMap(partsOf));
  return [...shared]
    .filter(isObjectSchema)
    .filter(schema => !inner.has(schema) || enteredApart(description, schema, shared))
    .map(schema => schema.problem(`${titleOf(schema)} is sent to ${sent.get(schema)} and answered by ${answered.get(schema)}; give the request and the response a type each.`));
}

/** For each schema of a kind of body, the first operation that uses it. */
function usersOf(description, schemasOf) {
  const users = new Map();
  // The control API takes the same state that it shows.
  for (const operation of description.operations.filter(candidate => !isControl(candidate))) {
    for (const schema of description.reach(schemasOf(operation))) {
      if (!users.has(schema)) users.set(schema, operation.label);
    }
  }
  return users;
}

/** Whether a schema within a shared one is used by others too, which are not shared. */
function enteredApart(description, schema, shared) {
  return description.schemas.some(other => !shared.has(other) && partsOf(other).includes(schema));
}

function isObjectSchema(schema) {
  return typeOf(schema) === 'object' || schema.properties.size > 0;
}
