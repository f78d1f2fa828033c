/** A synthetic user with the sixteen attributes that the mappings of this bench read. */
export interface User {
  readonly userPrincipalName: string;
  readonly mail: string;
  readonly givenName: string;
  readonly surname: string;
  readonly displayName: string;
  readonly department: string;
  readonly jobTitle: string;
  readonly companyName: string;
  readonly country: string;
  readonly state: string;
  readonly city: string;
  readonly postalCode: string;
  readonly employeeId: string;
  readonly telephoneNumber: string;
  readonly mobile: string;
  readonly accountEnabled: boolean;
}

const stems = ["Ad", "Bern", "Carl", "Dor", "Em", "Fred", "Gis", "Hel", "Ir", "Jos", "Kat", "Lor", "Mar", "Nat", "Ot"];
const endings = ["a", "ard", "ina", "ine", "is", "on", "ette", "ella", "ric", "win", "ald", "ia", "ert", "en", "yn"];
const accentedStems = ["Zoë", "Bjö", "Jür", "Chlo", "Ré", "Sö", "Iné", "André", "Mál", "Štěp", "Žan", "Čes", "Núñ"];
const accentedEndings = ["é", "ñe", "üs", "ö", "án", "ís", "ò", "ê", "ška", "ří", "çal", "ür", "à"];
const surnameEndings = ["son", "sen", "mann", "ski", "ley", "ford", "ton", "well", "man", "stein", "berg", "wood"];
const departments = ["Engineering", "Sales", "Finance", "Marketing", "Legal", "Support", "Research", "Facilities"];
const titles = ["Engineer", "Manager", "Analyst", "Consultant", "Director", "Intern", "Architect"];
const countries = ["US", "DE", "SE", "FR", "JP", "BR"];
const states = ["WA", "BY", "AB", "IDF", "TK", "SP"];
const cities = ["Redmond", "Munich", "Stockholm", "Paris", "Tokyo", "Sao Paulo"];
const companies = ["Contoso", "Fabrikam", "Adatum"];

/** The same users at every call: 30 % have a given name beyond ASCII, 20 % such a surname. */
export function createUsers(count: number): readonly User[] {
  const draw = generator(20_260_302);
  const pick = (values: readonly string[]) => values[Math.floor(draw() * values.length)] ?? "";
  const name = (accented: number, plainEndings: readonly string[]) =>
    draw() < accented ? pick(accentedStems) + pick(accentedEndings) : pick(stems) + pick(plainEndings);
  return Array.from({ length: count }, (_, index) => {
    const givenName = name(0.3, endings);
    const surname = name(0.2, surnameEndings);
    const place = Math.floor(draw() * countries.length);
    return {
      userPrincipalName: flat(`user${index}@contoso.com`),
      mail: flat(`User${index}@contoso.com`),
      givenName: flat(givenName),
      surname: flat(surname),
      displayName: flat(`${givenName} ${surname}`),
      department: pick(departments),
      jobTitle: pick(titles),
      companyName: pick(companies),
      country: countries[place] ?? "",
      state: states[place] ?? "",
      city: cities[place] ?? "",
      postalCode: flat(String(10_000 + Math.floor(draw() * 90_000))),
      employeeId: flat(String(100_000 + index)),
      telephoneNumber: flat(`+1 425 555 ${String(index % 10_000).padStart(4, "0")}`),
      mobile: flat(`+1 206 555 ${String((index * 7) % 10_000).padStart(4, "0")}`),
      accountEnabled: draw() < 0.9,
    };
  });
}

/** The text in one piece, as a file gives it, and not as the rope that it was put together as. */
function flat(text: string): string {
  return JSON.parse(JSON.stringify(text));
}

/** Numbers in [0, 1), the same for the same seed (Mulberry32). */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
