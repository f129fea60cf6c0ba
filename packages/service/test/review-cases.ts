// Many cases that wait for review, made quickly, and staff who work on them.
import { randomUUID } from 'node:crypto';
import sharp from 'sharp';
import type { StaffRole } from '@gongji/contract';
import type { Context, PersonImport } from '../src/index.ts';
import { employee, person } from './people.ts';
import { answersFor, as, newKey, on, value } from './world.ts';
import type { World } from './world.ts';

export const area = '211200';

export const staff = (staffNo: string, day = '2024-10-16', role: StaffRole = 'reviewer'): Context =>
  on(day, { kind: 'staff', staffNo, role, area, institutionCode: null });

/** Makes the names of these reviewers and supervisors known. */
export const addStaff = (world: World, ...numbers: string[]) =>
  world.services.person.importStaff(
    numbers.map((staffNo) => ({
      ...{ staffNo, name: `演${staffNo}`, area },
      role: staffNo.startsWith('S') ? ('supervisor' as const) : ('reviewer' as const),
    })),
  );

export interface Desk {
  /** Submits an application that waits for review; its id. Its giver and member are new people. */
  submit(options?: {
    isKnownToRegistry?: boolean;
    day?: string;
    member?: PersonImport;
    giver?: PersonImport;
  }): Promise<string>;
}

/** A desk whose applications share one picture. */
export async function openDesk(world: World): Promise<Desk> {
  const picture = await sharp({ create: { width: 60, height: 40, channels: 3, background: '#aa8855' } })
    .jpeg()
    .toBuffer();
  return {
    async submit(options = {}) {
      const { isKnownToRegistry = true, day = '2024-10-15' } = options;
      const giver = options.giver ?? employee({ name: '演授权', area });
      const member = options.member ?? person({ name: `演家人${randomUUID().slice(0, 4)}`, area });
      if (!options.giver) await world.settle(giver);
      world.registry.add(member);
      if (isKnownToRegistry) world.registry.relate(giver, member, 'parent');
      const photoIds: string[] = [];
      for (let count = 0; count < 3; count += 1) {
        photoIds.push(value(await world.services.photo.add(as(giver, day), picture)).photoId);
      }
      const answers = answersFor(world, giver, member, 'parent', photoIds);
      return value(await world.services.application.submit(as(giver, day), answers, newKey())).applicationId;
    },
  };
}
