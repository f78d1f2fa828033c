import type { Impact } from "./impact.ts";
import type { ImpactServer } from "./impactServer.ts";
import type { ImpactPanel, Wanted } from "./panel.ts";
import { foundText, pageSize, renderPages, renderPeople } from "./renderPeople.ts";
import { personRow } from "./view.ts";

/** The list of people in the panel, of which the server gives a page at a time. */
export interface PeopleList {
  /** Shows the people of an impact who have the words that are looked for. */
  readonly of: (impact: Impact) => Promise<void>;
  /** Shows others of them. */
  readonly find: (wanted: Wanted) => Promise<void>;
}

/** The list of that panel. An answer that comes after the next question is not shown. */
export function createPeopleList(server: ImpactServer, panel: ImpactPanel): PeopleList {
  const now: { impact?: Impact; wanted: Wanted } = { wanted: { search: "", offset: 0 } };

  async function find(wanted: Wanted): Promise<void> {
    now.wanted = wanted;
    const { impact } = now;
    if (!impact) return;
    const answer = await server.people({ run: impact.run, limit: pageSize, ...wanted });
    if (now.impact !== impact || now.wanted !== wanted) return;
    if (answer.kind === "refused") return panel.show({ found: answer.message, people: "", pages: "" });
    const rows = answer.people.map(person => personRow(person, impact));
    const page = { rows, total: answer.total, offset: wanted.offset };
    panel.show({ found: foundText(page), people: renderPeople(page), pages: renderPages(page) });
  }

  return {
    find,
    of: impact => {
      now.impact = impact;
      return find({ search: now.wanted.search, offset: 0 });
    },
  };
}
