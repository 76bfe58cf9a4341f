/** An integer of 64 bits, all of which a bigint keeps. */
export type Int64 = bigint;

/** What the generated code reads one with: the parser gives a bigint only where a number would not do. */
export const Int64FromJSON = (json: number | bigint): Int64 => BigInt(json);
export const Int64FromJSONTyped = Int64FromJSON;

/** What the generated code sends one with; stringifyJson writes its digits. */
export const Int64ToJSON = (value: Int64 | undefined): Int64 | undefined => value;
export const Int64ToJSONTyped = Int64ToJSON;
