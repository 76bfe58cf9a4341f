import { Client, type ConnectionOptions } from "./client.js";
import { ApiError } from "./errors.js";
import { TokenApi } from "./iam/index.js";

/** A user, and the project that the token is to open; a project is named by its name or its id. */
export interface PasswordOptions extends ConnectionOptions {
  /** Name of the domain (account) that the user belongs to. */
  domain: string;
  user: string;
  password: string;
  projectName?: string;
  projectId?: string;
}

/** Asks IAM for a token, which is good for 24 hours. Without a project it is for the domain, and opens no project. */
export async function tokenByPassword(options: PasswordOptions): Promise<string> {
  const { domain, user, password, projectName, projectId } = options;
  for (const [name, value] of Object.entries({ domain, user, password })) {
    if (typeof value !== "string" || value === "") {
      throw new TypeError(`${name} must be a text that is not empty`);
    }
  }
  const project = projectName !== undefined || projectId !== undefined;
  const { raw } = await new TokenApi(new Client(options, true)).keystoneCreateUserTokenByPasswordRaw({
    keystoneCreateUserTokenByPasswordRequestBody: {
      auth: {
        identity: { methods: ["password"], password: { user: { name: user, password, domain: { name: domain } } } },
        scope: project ? { project: { id: projectId, name: projectName } } : { domain: { name: domain } },
      },
    },
  });
  const body = await raw.text();
  const token = raw.headers.get("X-Subject-Token");
  if (token === null) {
    throw new ApiError(raw, body);
  }
  return token;
}
