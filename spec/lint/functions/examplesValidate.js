import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import { descriptionOf } from './lib/description.js';
import { toJsonSchema } from './lib/jsonSchema.js';

/** Every example and default is valid by its schema. */
export default function examplesValidate(_root, _options, context) {
  const description = descriptionOf(context);
  const unusable = description.schemas.filter(schema => !isPattern(schema.value.pattern));
  if (unusable.length > 0) {
    return unusable.map(schema => schema.problem(`The pattern ${schema.value.pattern} is no regular expression, so no example can be checked; correct it.`, 'pattern'));
  }

  const ajv = new Ajv({ allErrors: true, strict: false, logger: false });
  addFormats(ajv);
  const validators = new Map();
  const problems = [];
  for (const { value, path, schema } of description.samples) {
    if (schema === null) continue;
    if (!validators.has(schema)) validators.set(schema, ajv.compile(toJsonSchema(schema)));
    const validate = validators.get(schema);
    if (validate(value)) continue;
    for (const error of validate.errors) {
      // "must match … schema" only repeats what the errors within say.
      if (['if', 'allOf'].includes(error.keyword)) continue;
      problems.push(problem(error, value, path));
    }
  }
  return problems;
}

function isPattern(pattern) {
  try {
    return pattern === undefined || new RegExp(pattern, 'u') !== null;
  } catch {
    return false;
  }
}

function problem({ instancePath, message, params }, sample, path) {
  const keys = instancePath.split('/').slice(1).map(key => key.replaceAll('~1', '/').replaceAll('~0', '~'));
  const what = keys.length === 0 ? 'the value' : keys.join('.');
  const allowed = params.allowedValues === undefined ? '' : `: ${params.allowedValues.join(', ')}`;
  const found = keys.reduce((at, key) => at?.[key], sample);
  const shown = typeof found === 'object' && found !== null ? '' : `, not ${JSON.stringify(found)}`;
  return {
    message: `By its schema ${what} ${message}${allowed}${shown}; correct the example or the schema.`,
    path: [...path, ...keys],
  };
}
