/** Where the generated code expects what it is built on: one for all descriptions. */
export * from "../runtime.js";
