export const VERSION = "{{client.version}}";
