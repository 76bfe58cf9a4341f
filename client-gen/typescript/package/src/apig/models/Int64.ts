export * from "../../int64.js";
