/** True for the operator that asks for the membership in a group, which the portal has had and no filter can use. */
export function isMemberOf(operator: string): boolean {
  return /^is[_ ]?member[_ ]?of$/i.test(operator);
}
