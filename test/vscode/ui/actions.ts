import { mkdir, readFile } from "node:fs/promises";
import type { Locator, Page } from "playwright-core";
import { cache } from "../host/paths.ts";
import { type Patience, untilSeen } from "./untilSeen.ts";

/** What a person does in VS Code. Each waits for what the next needs, and repeats an input that was lost. */
export interface Actions {
  readonly openFile: (name: string) => Promise<void>;
  /** Leaves the panel for the editor. */
  readonly focusEditor: () => Promise<void>;
  /** Puts the cursor behind a text of the file on the disk. */
  readonly cursorBehind: (name: string, text: string) => Promise<void>;
  /** Takes the row of the suggestions that has the text, once it is the one that Enter takes. */
  readonly acceptSuggestion: (text: string) => Promise<void>;
  /** Clicks the first code lens of that title, until something is asked. */
  readonly clickCodeLens: (title: string) => Promise<void>;
  /** Points at something until the hover shows the text. */
  readonly hover: (target: Locator, text: string) => Promise<void>;
  /** Runs a command of the palette by its whole title. */
  readonly run: (title: string) => Promise<void>;
  /** Saves the file in the editor; no other may be unsaved. */
  readonly save: () => Promise<void>;
  /** Gives the file in the editor back what is on the disk; no other may be unsaved. */
  readonly revert: () => Promise<void>;
  /** Types into the open quick pick and takes the row that has the text. */
  readonly pick: (typed: string, row: string) => Promise<void>;
  /** Answers the input box that asks in these words with this text, or with the one that stands there. */
  readonly answer: (words: string, text?: string) => Promise<void>;
  /** Answers the file dialog of that title with a path, by its button. */
  readonly chooseFile: (title: string, path: string, button: string) => Promise<void>;
  /** The field of the quick input. */
  readonly input: Locator;
  /** The quick input that asks in these words. */
  readonly question: (words: string) => Locator;
  /** The notification that has the text. */
  readonly toast: (text: string) => Locator;
  /** Keeps a picture in .vscode-test/screenshots. */
  readonly picture: (name: string) => Promise<void>;
}

/** Those of a page, whose workspace folder is on this disk. */
export function actions(page: Page, folder: string): Actions {
  return {
    ...editorActions(page, folder),
    ...quickInputActions(page),
    input: page.locator(".quick-input-widget input"),
    toast: text => page.locator(".notification-toast", { hasText: text }),
    picture: async name => {
      await mkdir(`${cache}/screenshots`, { recursive: true });
      await page.screenshot({ path: `${cache}/screenshots/${name}.png` });
    },
  };
}

type EditorActions = Pick<
  Actions,
  "openFile" | "focusEditor" | "cursorBehind" | "acceptSuggestion" | "clickCodeLens" | "hover"
>;

function editorActions(page: Page, folder: string): EditorActions {
  const input = page.locator(".quick-input-widget input");
  const focused = page.locator(".editor-instance .monaco-editor.focused");
  return {
    openFile: async name => {
      const row = page.locator(".quick-input-list .monaco-list-row", { hasText: name }).first();
      const tab = page.locator(`.tab.active[data-resource-name="${name}"]`);
      // The first search of a window may take long.
      const open = async (patience: Patience): Promise<void> => {
        await page.keyboard.press("Escape");
        await untilSeen(input, () => page.keyboard.press("ControlOrMeta+P"));
        await input.fill(name, patience);
        await row.click(patience);
      };
      await untilSeen(tab, open, { timeout: 15_000 });
      await page.locator(".editor-instance .view-line").first().waitFor();
    },
    focusEditor: () => untilSeen(focused, () => page.keyboard.press("ControlOrMeta+1"), { timeout: 1_000 }),
    cursorBehind: async (name, text) => {
      const before = (await readFile(`${folder}/${name}`, "utf8")).split(text)[0] ?? "";
      const line = before.split("\n").length;
      const column = before.length - before.lastIndexOf("\n") + text.length;
      await untilSeen(input, () => page.keyboard.press("Control+G"));
      await input.fill(`:${line}:${column}`);
      await input.press("Enter");
      await page.getByRole("button", { name: `Ln ${line}, Col ${column}`, exact: true }).waitFor();
      await focused.waitFor();
    },
    acceptSuggestion: async text => {
      const row = page.locator(".suggest-widget.visible .monaco-list-row.focused", { hasText: text });
      await row.waitFor();
      await page.keyboard.press("Enter");
      await row.waitFor({ state: "hidden" });
    },
    clickCodeLens: title =>
      untilSeen(input, patience => page.locator(".codelens-decoration a", { hasText: title }).first().click(patience)),
    hover: (target, text) =>
      untilSeen(page.locator(".monaco-hover:visible", { hasText: text }), async patience => {
        await page.mouse.move(0, 0);
        await target.hover(patience);
      }),
  };
}

type QuickInputActions = Pick<Actions, "run" | "save" | "revert" | "pick" | "answer" | "chooseFile" | "question">;

function quickInputActions(page: Page): QuickInputActions {
  const input = page.locator(".quick-input-widget input");
  const rows = page.locator(".quick-input-list .monaco-list-row");
  const question = (words: string): Locator => page.locator(".quick-input-widget", { hasText: words });
  /** One quick pick is told from the next by its placeholder. */
  const take = async (row: Locator): Promise<void> => {
    const asked = page.getByPlaceholder((await input.getAttribute("placeholder")) ?? "", { exact: true });
    await untilSeen(asked, patience => row.click(patience), { state: "hidden" });
  };
  const run = async (title: string): Promise<void> => {
    const row = page.locator(
      `.quick-input-list .monaco-list-row:is([aria-label="${title}"], [aria-label^="${title},"])`,
    );
    // An open palette keeps the commands that it opened with.
    await untilSeen(row, async patience => {
      if (await input.isVisible()) await input.press("Escape", patience);
      await page.keyboard.press("F1");
      await input.fill(`>${title}`, patience);
    });
    await take(row);
  };
  const runUntilClean = async (title: string): Promise<void> => {
    await run(title);
    await page.locator(".tab.dirty").waitFor({ state: "detached" });
  };
  return {
    question,
    run,
    save: () => runUntilClean("File: Save"),
    revert: () => runUntilClean("File: Revert File"),
    pick: async (typed, text) => {
      const row = rows.filter({ hasText: text }).first();
      await untilSeen(row, patience => input.fill(typed, patience));
      await take(row);
    },
    answer: async (words, text) => {
      const asked = question(words);
      await asked.waitFor();
      const field = asked.locator(".quick-input-box input");
      await untilSeen(
        asked,
        async patience => {
          if (text !== undefined) await field.fill(text, patience);
          await field.press("Enter", patience);
        },
        { state: "hidden" },
      );
    },
    chooseFile: async (title, path, button) => {
      const dialog = question(title);
      // Until the dialog has listed its first folder it writes that one's path over what is typed, and an OK that
      // comes while it lists the folder of what was typed only lists it.
      await dialog.locator(".monaco-list-row").first().waitFor();
      await untilSeen(
        dialog,
        async patience => {
          await dialog.locator("input").fill(path, patience);
          await dialog.getByRole("button", { name: button, exact: true }).click(patience);
        },
        { state: "hidden", timeout: 1_000 },
      );
    },
  };
}
