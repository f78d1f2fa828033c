import { Command, Option } from "commander";
import { type FormatOption, formatOption, withExamples } from "../options.ts";
import type { ExitCode, Terminal } from "../terminal.ts";

interface NewOptions extends FormatOption {
  readonly template?: string;
  readonly custom?: boolean;
  readonly list?: boolean;
  readonly tenantUrl?: string;
  readonly authentication?: "bearer" | "basic" | "oauth" | "none";
  readonly tokenEndpoint?: string;
  readonly clientId?: string;
  readonly secretName?: string;
  readonly scope: "assigned" | "all";
  readonly environment?: string;
  readonly output?: string;
  readonly overwrite?: boolean;
}

/** `mapwright new`: the file of a new application, from a gallery template or from what an endpoint says of itself. */
export function newCommand(terminal: Terminal): Command {
  const command = new Command("new")
    .description(
      "Write the .provmap file of a new application, from a gallery template or from the schemas of a SCIM endpoint.",
    )
    .argument("[name]", "the application's name; that of the template if absent")
    .addOption(new Option("--template <id>", "a gallery template; --list shows them").conflicts(["custom", "list"]))
    .addOption(new Option("--custom", "a SCIM application that is not in the gallery").conflicts("list"))
    .option("--list", "list the gallery templates")
    .option("--tenant-url <url>", "where the application's SCIM service listens")
    .addOption(
      new Option("--authentication <type>", "how requests are authorized; as the template says if absent").choices([
        "bearer",
        "basic",
        "oauth",
        "none",
      ]),
    )
    .option("--token-endpoint <url>", "with oauth: where access tokens are given out")
    .option("--client-id <id>", "with oauth: the client that the token endpoint knows")
    .option("--secret-name <name>", "the name that the secret is kept under; that of the file if absent")
    .addOption(new Option("--scope <scope>", "who is provisioned").choices(["assigned", "all"]).default("assigned"))
    .option("--environment <name>", "the environment to add to mapwright.json; that of the file if absent")
    .option("-o, --output <file>", "the .provmap file; named after the application if absent")
    .option("--overwrite", "replace a file and an environment of these names")
    .addOption(formatOption())
    .action(async (name: string | undefined, options: NewOptions) =>
      terminal.end(await (options.list ? list(options, terminal) : create(name, options, terminal))),
    );
  return withExamples(
    command,
    ["new --list", "shows the gallery templates"],
    ["new --template zoom", "writes zoom.provmap"],
    [
      "new Learning --custom --tenant-url https://learning.example/scim --secret-name learning",
      "asks the endpoint for its attributes, with the secret in MAPWRIGHT_SECRET_LEARNING",
    ],
  );
}

async function list({ format }: NewOptions, terminal: Terminal): Promise<ExitCode> {
  const { galleryTemplates } = await import("../../catalogue/gallery/index.ts");
  const { summaryOf } = await import("../../session/gallery.ts");
  const templates = galleryTemplates.map(summaryOf);
  if (format === "json") {
    await terminal.json({ templates });
    return 0;
  }
  const { table } = await import("../text/table.ts");
  const rows = templates.map(one => [
    { text: one.id, keeps: "all" } as const,
    one.name,
    one.connector,
    one.objects.join(", "),
    one.asks,
  ]);
  const headings = ["Template", "Application", "Connector", "Provisions", "Asks for"];
  await terminal.print(...table(headings, rows, terminal.width, terminal.paint));
  return 0;
}

async function create(name: string | undefined, options: NewOptions, terminal: Terminal): Promise<ExitCode> {
  const { InputError } = await import("../../connectors/inputError.ts");
  const { template, custom, tenantUrl, authentication, tokenEndpoint, clientId } = options;
  const { secretName, environment, output, overwrite } = options;
  if (template === undefined && !custom)
    throw new InputError("Say what it is made from: give --template <id>, which --list shows, or --custom.");
  if (custom && tenantUrl === undefined) throw new InputError("Say where it listens: give --tenant-url <url>.");
  const { createApplication } = await import("../../session/newApplication.ts");
  const { environmentSecret } = await import("../../connectors/secrets/environmentSecret.ts");
  const created = await createApplication({
    folder: process.cwd(),
    scope: options.scope,
    readSecret: async secret => environmentSecret(secret),
    ...(name !== undefined && { name }),
    ...(template !== undefined && { template }),
    ...(tenantUrl !== undefined && { endpoint: tenantUrl }),
    ...(authentication !== undefined && { authentication }),
    ...(tokenEndpoint !== undefined && { tokenEndpoint }),
    ...(clientId !== undefined && { clientId }),
    ...(secretName !== undefined && { secret: secretName }),
    ...(environment !== undefined && { environment }),
    ...(output !== undefined && { file: output }),
    ...(overwrite && { replaces: true }),
  });
  if (options.format === "json") await terminal.json(created);
  else {
    const { createdLines } = await import("../text/newApplication.ts");
    await terminal.print(...createdLines(created, process.cwd()));
  }
  return 0;
}
