/** Where the servers are and who may use them; the build sets it. */
function variable(name: string): string {
  const value = process.env[name];
  if (!value) {
    throw new Error(`The environment variable ${name} is missing`);
  }
  return value;
}

export const strictEndpoint = variable("POSTERN_STRICT_ENDPOINT");
export const wireEndpoint = variable("POSTERN_WIRE_ENDPOINT");
export const signatures = variable("POSTERN_SIGNATURES");
export const domain = variable("POSTERN_DOMAIN");
export const user = variable("POSTERN_USER");
export const password = variable("POSTERN_PASSWORD");
export const projectId = variable("POSTERN_PROJECT_ID");
export const accessKey = variable("POSTERN_ACCESS_KEY");
export const secretKey = variable("POSTERN_SECRET_KEY");
