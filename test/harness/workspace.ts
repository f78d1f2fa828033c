import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** A folder of files that lives as long as a suite. */
export interface TemporaryWorkspace {
  readonly folder: string;
  readonly read: (name: string) => Promise<string>;
  /** The name may begin with folders, which are created. The path of the file comes back. */
  readonly write: (name: string, content: unknown) => Promise<string>;
  readonly remove: () => Promise<void>;
}

/** Creates a folder with these files; content that is neither text nor bytes is written as JSON. */
export async function temporaryWorkspace(files: Readonly<Record<string, unknown>>): Promise<TemporaryWorkspace> {
  const folder = await mkdtemp(join(tmpdir(), "mapwright-test-"));
  const write = async (name: string, content: unknown) => {
    const path = join(folder, name);
    const isWritable = typeof content === "string" || content instanceof Uint8Array;
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, isWritable ? content : JSON.stringify(content));
    return path;
  };
  for (const [name, content] of Object.entries(files)) await write(name, content);
  return {
    folder,
    read: name => readFile(join(folder, name), "utf8"),
    write,
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

/** Two people, one of them outside the scope of `smallMapping`. */
export const smallDirectory = {
  users: [
    {
      id: "00000000-0000-0000-0000-000000000001",
      userPrincipalName: "ada@contoso.com",
      displayName: "Ada Lovelace",
      mail: "ada@contoso.com",
      department: "Engineering",
      accountEnabled: true,
    },
    {
      id: "00000000-0000-0000-0000-000000000002",
      userPrincipalName: "bob@contoso.com",
      displayName: "Bob Builder",
      department: "Sales",
      accountEnabled: true,
    },
  ],
};

/** A mapping without problems, in canonical layout. */
export const smallMapping = `application "Learning" {
  provisioning: automatic
  scope: all
}

mapping "Users" {
  source: User
  target: "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"

  filter "Engineering" {
    department EQUALS "Engineering"
  }

  userName <- [userPrincipalName] match 1
  active <- Switch([IsSoftDeleted], , "False", "True", "True", "False")
  displayName <- [displayName]
}
`;
