import { descriptionOf } from './lib/description.js';

const ACTION = 'x-postern-action';
/** Dialects whose operations ask for a permission; those of IAM itself and of the control API do not. */
const GUARDED = ['APIC', 'APIG', 'SECMASTER'];
const FORM = /^[a-z]+:[a-zA-Z]+:[a-zA-Z]+$/;

/** An operation says what its caller must be allowed to do. */
export default function actionPresent(_root, _options, context) {
  return descriptionOf(context).operations
    .filter(({ value }) => (GUARDED.includes(value['x-postern-dialect']) || ACTION in value) && !FORM.test(value[ACTION]))
    .map(operation => operation.problem(`${operation.label} has ${operation.value[ACTION] ?? 'nothing'} for ${ACTION}; give it the action of the vendor's permission table, or a fitting one, such as apig:instances:get.`));
}
