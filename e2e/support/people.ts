// The sample people of the journeys, and signing in as one of them the way a person does.
import { sampleWorld } from '@gongji/sample';
import type { Page } from 'playwright-core';
import { address } from './browser.ts';

const world = sampleWorld();

export function personNamed(name: string) {
  const found = world.people.find((person) => person.name === name);
  if (!found) throw new Error(`no sample person is called ${name}`);
  return found;
}

/** The number of the first of this role in this area, or of another one by `place`. */
export function staffNo(role: string, area: string, place = 0): string {
  const found = world.staff.filter((staff) => staff.role === role && staff.area === area)[place];
  if (!found) throw new Error(`no ${role} in ${area} at ${place}`);
  return found.staffNo;
}

/** The cashier of a hospital of this level in this area. */
export function cashierAt(area: string, level: number): string {
  const institution = world.institutions.find(
    (candidate) => candidate.area === area && candidate.level === level,
  );
  const cashier = world.staff.find(
    (staff) => staff.institutionCode === institution?.code && staff.role === 'cashier',
  );
  if (!cashier) throw new Error(`no cashier at level ${level} in ${area}`);
  return cashier.staffNo;
}

const pin = world.people[0]?.pin ?? '';

/** Fills in the credential's own page: number and six-digit code; `at` is the product's address. */
export async function signIn(page: Page, to: string, number: string, at = address('/')): Promise<void> {
  await page.goto(new URL(`/sign-in?to=${encodeURIComponent(to)}`, at).toString());
  await page.locator('#entry').fill(number);
  await page.locator('#pin').fill(pin);
  await page.locator('#pin').press('Enter');
  await page.waitForURL((url) => url.toString().startsWith(at) && !url.pathname.startsWith('/sign-in'));
}
