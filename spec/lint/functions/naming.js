import { descriptionOf } from './lib/description.js';

const LOWER_CAMEL = /^[a-z][a-zA-Z0-9]*$/;
const SNAKE = /^[a-z][a-z0-9]*(_[a-z0-9]+)*$/;

/** Operations are called inLowerCamelCase; properties and parameters, but for headers, in_snake_case. */
export default function naming(_root, _options, context) {
  const description = descriptionOf(context);
  const problems = [];
  for (const operation of description.operations) {
    const id = operation.value.operationId;
    if (id !== undefined && !LOWER_CAMEL.test(id)) {
      problems.push(operation.problem(`The operationId ${id} is not in lower camel case; write it as in createInstanceV2.`, 'operationId'));
    }
  }
  for (const parameter of description.parameters) {
    const { name } = parameter.value;
    if (parameter.value.in !== 'header' && !SNAKE.test(name)) {
      problems.push(parameter.problem(`The parameter ${name} is not in snake case; write it as in instance_id.`, 'name'));
    }
  }
  for (const schema of description.schemas) {
    for (const name of schema.properties.keys()) {
      if (!SNAKE.test(name)) {
        problems.push(schema.problem(`The property ${name} is not in snake case; write it as in instance_id.`, 'properties', name));
      }
    }
  }
  return problems;
}
