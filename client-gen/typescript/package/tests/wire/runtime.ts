export * from "../../dist/runtime.js";
