import { descriptionOf, isBlank } from './lib/description.js';

/** Everything that users meet has a description. */
export default function described(_root, _options, context) {
  const description = descriptionOf(context);
  const problems = [];
  const check = (node, what, fix) => {
    if (isBlank(node.value.description)) problems.push(node.problem(`${what} has no description; ${fix}.`));
  };

  for (const tag of description.tags) check(tag, `The tag ${tag.value.name}`, 'say what its operations are about');
  for (const operation of description.operations) check(operation, operation.label, 'say what it does');
  for (const parameter of description.parameters) check(parameter, `The parameter ${parameter.value.name}`, 'say what it selects or sets');
  for (const header of description.headers) check(header, `The header ${header.path.at(-1)}`, 'say what it tells');
  for (const response of description.responses) check(response, `The response ${response.path.at(-1)}`, 'say when it is given');
  for (const schema of description.schemas) {
    if (schema.named) {
      check(schema, `The schema ${schema.name}`, 'say what it stands for');
    } else if (schema.isProperty) {
      const hint = schema.allOf.length > 0 ? ' beside allOf, or make it a plain $ref' : '';
      check(schema, `The property ${schema.path.at(-1)}`, `say what it holds${hint}`);
    } else if (schema.value.type === 'object' && !wrapsNamed(schema)) {
      check(schema, `The object at ${schema.place}`, 'say what it stands for');
    }
  }
  return problems;
}

/** Whether an object is but a named one, which has a description. */
function wrapsNamed(schema) {
  return schema.properties.size === 0 && schema.allOf.length === 1 && schema.allOf[0].named;
}
