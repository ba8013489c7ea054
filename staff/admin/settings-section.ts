import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import '../../ui/component/button.ts';
import '../../ui/component/field.ts';
import '../../ui/component/icon.ts';
import '../../ui/component/switch.ts';
import { MoisoElement } from '../../ui/element.ts';
import { type CentreSettings, type Draft, moved, problemAt, replaced, without } from './draft.ts';
import { LanguageController } from './language.ts';

/** What a section fires as `settings-change`: the settings as they should be, and the path that was touched. */
export interface SettingsChange {
  readonly settings: CentreSettings;
  readonly path: string;
}

interface Field {
  /** Dotted path in the settings, as the server names it when it refuses. */
  readonly path: string;
  readonly label: string;
  readonly hint?: string;
}

interface TextField extends Field {
  readonly value: string;
  readonly maxlength?: number;
  readonly className?: string;
  readonly onValue: (value: string) => void;
}

interface NumberField extends Field {
  readonly value: number | null;
  readonly min: number;
  readonly max: number;
  readonly step?: number | 'any';
  /** An empty field is null. */
  readonly onValue: (value: number | null) => void;
}

interface Name {
  readonly vi: string;
  readonly en: string;
}

/** A part of the settings as a plain form. It changes nothing itself: it fires `settings-change`. */
export abstract class SettingsSection extends MoisoElement {
  @property({ attribute: false }) draft!: Draft;
  protected readonly language = new LanguageController(this);

  /** Entries of a list that are unfolded, by id. */
  @state() protected unfolded: ReadonlySet<string> = new Set();

  /** Entries of this section whose fields may be refused; those are unfolded when that happens. */
  protected foldable(): readonly { readonly id: string; readonly path: string }[] {
    return [];
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('draft') || changed.get('draft')?.refused === this.draft.refused) return;
    for (const { id, path } of this.foldable()) if (this.hasProblemUnder(path)) this.fold(id, true);
  }

  protected fold(id: string, isUnfolded: boolean): void {
    const rest = [...this.unfolded].filter((other) => other !== id);
    this.unfolded = new Set(isUnfolded ? [...rest, id] : rest);
  }

  /** What an entry's `toggle` calls: the entry stays as the reader left it while it is edited. */
  protected readonly onFold = (id: string, event: Event): void => {
    const isUnfolded = (event.target as HTMLDetailsElement).open;
    if (isUnfolded !== this.unfolded.has(id)) this.fold(id, isUnfolded);
  };

  protected get settings(): CentreSettings {
    return this.draft.current;
  }

  protected get words() {
    return this.language.words.admin;
  }

  protected edit(part: Partial<CentreSettings>, path: string): void {
    const detail: SettingsChange = { settings: { ...this.settings, ...part }, path };
    this.dispatchEvent(new CustomEvent('settings-change', { detail }));
  }

  /** What is wrong at a path, or empty. */
  protected problem(path: string): string {
    return this.draft.refused.has(path) ? problemAt(path, this.words.problem) : '';
  }

  protected hasProblemUnder(path: string): boolean {
    return [...this.draft.refused].some((other) => other === path || other.startsWith(`${path}.`));
  }

  protected textField(field: TextField): TemplateResult {
    return html`
      <ms-field
        class=${field.className ?? ''}
        label=${field.label}
        hint=${field.hint ?? ''}
        error=${this.problem(field.path)}
      >
        <input
          name=${field.path}
          .value=${field.value}
          maxlength=${field.maxlength ?? 120}
          autocomplete="off"
          @input=${(event: Event) => field.onValue((event.target as HTMLInputElement).value)}
        >
      </ms-field>
    `;
  }

  /** Takes its value when the field is left: what is half typed is no number yet. */
  protected numberField(field: NumberField): TemplateResult {
    return html`
      <ms-field label=${field.label} hint=${field.hint ?? ''} error=${this.problem(field.path)}>
        <input
          type="number"
          name=${field.path}
          .value=${Number.isFinite(field.value) ? String(field.value) : ''}
          min=${field.min}
          max=${field.max}
          .step=${String(field.step ?? 1)}
          @change=${(event: Event) => {
            const { value, valueAsNumber } = event.target as HTMLInputElement;
            field.onValue(value === '' ? null : valueAsNumber);
          }}
        >
      </ms-field>
    `;
  }

  protected nameFields(path: string, name: Name, hint: string, onName: (name: Name) => void): TemplateResult {
    return html`
      ${this.textField({
        path: `${path}.vi`,
        label: this.words.nameVi,
        hint,
        value: name.vi,
        onValue: (vi) => onName({ ...name, vi }),
      })}
      ${this.textField({
        path: `${path}.en`,
        label: this.words.nameEn,
        hint,
        value: name.en,
        onValue: (en) => onName({ ...name, en }),
      })}
    `;
  }

  protected activeSwitch(isActive: boolean, onValue: (active: boolean) => void): TemplateResult {
    return html`
      <ms-switch
        .checked=${isActive}
        @change=${(event: Event) => onValue((event.target as HTMLElement & { checked: boolean }).checked)}
        >${this.words.active}</ms-switch
      >
    `;
  }

  /** Up and down in a list of `length` entries. */
  protected moveButtons(name: string, index: number, length: number, onMove: (by: -1 | 1) => void): TemplateResult {
    return html`
      <ms-button
        variant="quiet"
        label=${this.words.moveUp(name)}
        ?disabled=${index === 0}
        @click=${() => onMove(-1)}
        ><ms-icon name="chevron-up"></ms-icon
      ></ms-button>
      <ms-button
        variant="quiet"
        label=${this.words.moveDown(name)}
        ?disabled=${index === length - 1}
        @click=${() => onMove(1)}
        ><ms-icon name="chevron-down"></ms-icon
      ></ms-button>
    `;
  }

  protected removeButton(name: string, onRemove: () => void): TemplateResult {
    return html`
      <ms-button variant="quiet" label=${this.words.removeNamed(name)} @click=${onRemove}
        ><ms-icon name="trash-2"></ms-icon
      ></ms-button>
    `;
  }

  /** One line to add an entry: what it is called, and the button. Enter adds too. */
  protected addLine(field: {
    label: string;
    hint?: string;
    action: string;
    maxlength?: number;
    onAdd: (value: string) => void;
  }) {
    const add = (form: HTMLFormElement) => {
      const input = form.querySelector('input');
      const value = input?.value.trim() ?? '';
      if (!input || value === '') {
        input?.focus();
        return;
      }
      input.value = '';
      field.onAdd(value);
    };
    return html`
      <form
        class="add"
        @submit=${(event: Event) => {
          event.preventDefault();
          add(event.currentTarget as HTMLFormElement);
        }}
      >
        <ms-field label=${field.label} hint=${field.hint ?? ''}>
          <input name="new" maxlength=${field.maxlength ?? 120} autocomplete="off">
        </ms-field>
        <ms-button type="submit"><ms-icon slot="start" name="plus"></ms-icon>${field.action}</ms-button>
      </form>
    `;
  }

  /** A list of named kinds: priorities, reasons. */
  protected namedList<T extends { readonly id: string; readonly name: Name }>(
    path: string,
    list: readonly T[],
    onList: (list: readonly T[], path: string) => void,
  ): TemplateResult {
    return html`
      <ul class="list">
        ${list.map(
          (entry, index) => html`
            <li class="named">
              <div class="fields">
                ${this.nameFields(`${path}.${index}.name`, entry.name, '', (name) =>
                  onList(replaced<T>(list, index, { name } as Partial<T>), `${path}.${index}.name`),
                )}
              </div>
              <div class="tools">
                ${this.moveButtons(entry.name.vi, index, list.length, (by) => onList(moved(list, index, by), path))}
                ${this.removeButton(entry.name.vi, () => onList(without(list, index), path))}
              </div>
              ${
                this.problem(`${path}.${index}.id`)
                  ? html`<p class="problem">${this.problem(`${path}.${index}.id`)}</p>`
                  : nothing
              }
            </li>
          `,
        )}
      </ul>
    `;
  }
}
