import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { SyncedJsonFile } from '../../server/files/json-file.ts';
import { SettingsFile } from '../../server/files/settings.ts';
import { DeviceFile } from '../../server/people/devices.ts';
import { StaffFile } from '../../server/people/staff.ts';

const schema = z.object({ name: z.string() });
const now = () => 1234;
let folder: string;
let path: string;
let copy: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'moiso-json-'));
  path = join(folder, 'centre.json');
  copy = join(folder, 'centre.last-good.json');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const file = () => new SyncedJsonFile(path, (value) => schema.parse(value), now);
const content = (from: string): unknown => JSON.parse(readFileSync(from, 'utf8'));
const given = (main: string | null, lastGood: string | null) => {
  if (main !== null) writeFileSync(path, main);
  if (lastGood !== null) writeFileSync(copy, lastGood);
};
const good = JSON.stringify({ name: 'good' });
/** Stands in the way of the temporary file: the disk refuses to write. */
const refuseWriting = (name: string) => mkdirSync(join(folder, `.${name}.new`));

describe('a JSON file that survives a power cut', () => {
  it('given no file, when it is read, then there is nothing, and nothing to tell of', () => {
    const fresh = file();
    expect(fresh.read()).toBeNull();
    expect(fresh.recovery).toBeNull();
  });

  it('when something is written, then it is in the file and in the copy, readable by its owner alone, nothing beside', () => {
    file().write({ name: 'Bến Thử' });
    expect(content(path)).toEqual({ name: 'Bến Thử' });
    expect(content(copy)).toEqual({ name: 'Bến Thử' });
    expect(readdirSync(folder).sort()).toEqual(['centre.json', 'centre.last-good.json']);
    if (process.platform !== 'win32') expect(statSync(path).mode & 0o077).toBe(0);
  });

  it('given any text, when it is written and read, then it is the same', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (name) => {
        file().write({ name });
        expect(file().read()).toEqual({ name });
      }),
      { numRuns: 15 },
    );
  });

  it('given an unfinished write, when the file is read, then the old content is there, and the next write succeeds', () => {
    file().write({ name: 'old' });
    writeFileSync(join(folder, '.centre.json.new'), '{"name": "ne');
    expect(file().read()).toEqual({ name: 'old' });
    file().write({ name: 'new' });
    expect(file().read()).toEqual({ name: 'new' });
  });

  it('given a disk that refuses, when something is written, then it throws and the old content stays', () => {
    file().write({ name: 'old' });
    refuseWriting('centre.json');
    expect(() => file().write({ name: 'new' })).toThrow();
    expect(file().read()).toEqual({ name: 'old' });
  });

  for (const [what, damaged] of [
    ['cut off', '{"name": "go'],
    ['empty', ''],
    ['full of zeros', '\0'.repeat(500)],
    ['valid JSON of the wrong shape', '{"name": 5}'],
  ] as const) {
    it(`given a file that is ${what}, then it is set aside and the last good copy used and put in its place`, () => {
      given(damaged, good);
      const mended = file();
      expect(mended.read()).toEqual({ name: 'good' });
      expect(mended.recovery).toEqual({
        file: 'centre.json',
        setAside: 'centre.damaged-1234.json',
        from: 'copy',
        cause: expect.stringMatching(/./),
      });
      expect(readFileSync(join(folder, 'centre.damaged-1234.json'), 'utf8')).toBe(damaged);
      const next = file();
      expect(next.read()).toEqual({ name: 'good' });
      expect(next.recovery).toBeNull();
    });
  }

  it('given a file and a copy that are both damaged, then there is nothing: the defaults are used, and that is told', () => {
    given('{', '{"name": ');
    const lost = file();
    expect(lost.read()).toBeNull();
    expect(lost.recovery).toMatchObject({ from: 'defaults', setAside: 'centre.damaged-1234.json' });
    expect(readFileSync(join(folder, 'centre.damaged-1234.json'), 'utf8')).toBe('{');
  });

  it('given a damaged file without a copy, then the defaults are used, and that is told', () => {
    given('{', null);
    const lost = file();
    expect(lost.read()).toBeNull();
    expect(lost.recovery).toMatchObject({ from: 'defaults' });
  });

  it('given a file that is gone and its copy, then the copy is used, and that is told', () => {
    given(null, good);
    const mended = file();
    expect(mended.read()).toEqual({ name: 'good' });
    expect(mended.recovery).toMatchObject({ file: 'centre.json', from: 'copy' });
    expect(content(path)).toEqual({ name: 'good' });
  });
});

describe('the files of a centre', () => {
  it('given damaged settings, then the last good ones are in force', () => {
    const first = new SettingsFile(folder, now);
    first.save({ ...first.settings, absentGraceMinutes: 7 });
    writeFileSync(join(folder, 'settings.json'), 'half a ');
    const second = new SettingsFile(folder, now);
    expect(second.recovery).toMatchObject({ file: 'settings.json', from: 'copy' });
    expect(second.settings.absentGraceMinutes).toBe(7);
    expect(second.rules.absentGraceMinutes).toBe(7);
  });

  it('given settings that a technician made contradict each other, then they count as damaged', () => {
    const { settings } = new SettingsFile(folder, now);
    const twice = { ...settings, services: settings.services.map((service) => ({ ...service, prefix: 'A' })) };
    writeFileSync(join(folder, 'settings.json'), JSON.stringify(twice));
    const mended = new SettingsFile(folder, now);
    expect(mended.recovery?.cause).toContain('used twice');
    expect(mended.settings).toEqual(settings);
  });

  it('given settings in which a technician left out what has a default, then they are read', () => {
    writeFileSync(join(folder, 'settings.json'), JSON.stringify({ absentGraceMinutes: 9 }));
    const read = new SettingsFile(folder, now);
    expect(read.recovery).toBeNull();
    expect(read.settings.absentGraceMinutes).toBe(9);
    expect(read.settings.services.length).toBeGreaterThan(0);
  });

  it('given a disk that refuses, when settings are saved, then the old ones stay in force', () => {
    const file = new SettingsFile(folder, now);
    const before = file.settings;
    refuseWriting('settings.json');
    expect(() => file.save({ ...before, absentGraceMinutes: 7 })).toThrow();
    expect(file.settings).toEqual(before);
    expect(file.rules.absentGraceMinutes).toBe(before.absentGraceMinutes);
  });

  it('given a disk that refuses, when staff or devices change, then memory and disk still agree', async () => {
    const staff = new StaffFile(folder, now);
    await staff.save({ user: 'lan', name: 'Lan', role: 'clerk', counters: [] }, '135790');
    const devices = new DeviceFile(folder, now);
    devices.add({ id: 'kiosk-1', kind: 'kiosk', name: 'Kiosk', counter: null }, 'token');
    refuseWriting('staff.json');
    refuseWriting('devices.json');
    expect(() => staff.remove('lan')).toThrow();
    await expect(staff.save({ user: 'minh', name: 'Minh', role: 'clerk', counters: [] }, '135790')).rejects.toThrow();
    await expect(
      staff.save({ user: 'lan', name: 'Lan', role: 'administrator', counters: [] }, undefined),
    ).rejects.toThrow();
    expect(() => devices.remove('kiosk-1')).toThrow();
    expect(() => devices.add({ id: 'board-1', kind: 'board', name: 'B', counter: null }, 'other')).toThrow();
    expect(staff.list()).toEqual(new StaffFile(folder, now).list());
    expect(staff.find('lan')?.role).toBe('clerk');
    expect(devices.list()).toEqual(new DeviceFile(folder, now).list());
  });

  it('given a member of staff, when the file is opened again, then PIN and session still work, and neither is in the file', async () => {
    const staff = new StaffFile(folder, now);
    await staff.save({ user: 'lan', name: 'Lan', role: 'clerk', counters: ['1'] }, '135790');
    const { token } = staff.open('lan');
    const text = readFileSync(join(folder, 'staff.json'), 'utf8');
    expect(text).not.toContain('135790');
    expect(text).not.toContain(token);
    const again = new StaffFile(folder, now);
    expect(again.session(token)?.member.user).toBe('lan');
    expect(await again.check('lan', '135790')).toMatchObject({ user: 'lan' });
    expect(await again.check('lan', '135791')).toBeNull();
    expect(await again.check('nobody', '135790')).toBeNull();
  });

  it('given a session, when twelve hours are over, then it has ended', async () => {
    let at = 0;
    const staff = new StaffFile(folder, () => at);
    await staff.save({ user: 'lan', name: 'Lan', role: 'clerk', counters: [] }, '135790');
    const { token, expiresAt } = staff.open('lan');
    at = expiresAt - 1;
    expect(staff.session(token)).not.toBeNull();
    at = expiresAt;
    expect(staff.session(token)).toBeNull();
  });

  it('given a device that asks, when a quarter of an hour is over, then its code is worth nothing', () => {
    let at = 0;
    const devices = new DeviceFile(folder, () => at);
    const asked = devices.ask('kiosk');
    at = (asked?.expiresAt ?? 0) + 1;
    expect(devices.waiting()).toEqual([]);
    expect(devices.approve(asked?.code ?? '', 'Kiosk', null)).toBeNull();
    expect(devices.fetch(asked?.secret ?? '')).toBeUndefined();
  });

  it('given twenty devices that ask, then one more has to wait', () => {
    const devices = new DeviceFile(folder, now);
    for (let i = 0; i < 20; i += 1) expect(devices.ask('board')).not.toBeNull();
    expect(devices.ask('board')).toBeNull();
  });

  it('given no file of staff at all, then nobody is an administrator, and the folder is not written to', () => {
    expect(new StaffFile(folder, now).hasAdministrator).toBe(false);
    expect(existsSync(join(folder, 'staff.json'))).toBe(false);
    rmSync(folder, { recursive: true });
  });
});
