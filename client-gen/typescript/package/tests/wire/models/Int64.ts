export * from "../../../dist/int64.js";
