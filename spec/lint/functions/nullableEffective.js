import { descriptionOf, isNullable, titleOf } from './lib/description.js';

/** Where a schema says `nullable`, null is valid. OpenAPI 3.0.3 makes that depend on what is beside it. */
export default function nullableEffective(_root, _options, context) {
  const problems = [];
  for (const schema of descriptionOf(context).schemas) {
    const { nullable, type, enum: values } = schema.value;
    if (nullable !== true || isNullable(schema)) continue;
    const refusing = schema.allOf.find(part => !isNullable(part));
    let message;
    if (type === undefined) {
      message = 'nullable has no effect without a type beside it; add the type.';
    } else if (values !== undefined && !values.includes(null)) {
      message = 'nullable has no effect beside an enum without null; add null to the values.';
    } else if (refusing !== undefined) {
      message = `nullable has no effect, since ${titleOf(refusing)} takes no null; make that nullable as well.`;
    } else {
      message = 'nullable has no effect, since none of the alternatives takes null; make one nullable as well.';
    }
    problems.push(schema.problem(message, 'nullable'));
  }
  return problems;
}
