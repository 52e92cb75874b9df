import type { Locator, Page } from '@playwright/test';

/** The main window, by the accessible names of design 9. */
export class Desk {
  readonly page: Page;
  readonly views: Locator;
  readonly stories: Locator;
  readonly search: Locator;
  readonly list: Locator;
  readonly story: Locator;
  readonly inspector: Locator;
  readonly body: Locator;
  readonly saveState: Locator;
  /** The embargoes that have lifted and of which nobody has taken note. */
  readonly lifted: Locator;

  constructor(page: Page) {
    this.page = page;
    this.views = page.getByRole('navigation', { name: 'Views' });
    this.stories = page.getByRole('region', { name: 'Stories' });
    this.search = page.getByRole('searchbox', { name: 'Search stories' });
    this.list = page.getByRole('listbox', { name: 'Stories' });
    this.story = page.getByRole('main', { name: 'Story' });
    this.inspector = page.getByRole('complementary', { name: 'Inspector' });
    this.body = page.getByRole('textbox', { name: 'Story body' });
    this.saveState = page.getByRole('status', { name: 'Save state' });
    this.lifted = page.getByRole('alert', { name: 'Lifted embargoes' });
  }

  /** A field of the story by its label. */
  field(name: string): Locator {
    return this.story.getByRole('textbox', { name, exact: true });
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  tab(name: string): Locator {
    return this.inspector.getByRole('tab', { name, exact: true });
  }

  picture(number: number): Locator {
    return this.inspector.getByRole('group', { name: `Picture ${number}` });
  }

  option(name: string | RegExp): Locator {
    return this.list.getByRole('option', { name });
  }

  exportDialog(): Locator {
    return this.page.getByRole('dialog', { name: 'Export story' });
  }

  /** Moves by Tab until the element has focus, as someone without a mouse does. */
  async tabTo(target: Locator, limit = 200): Promise<void> {
    for (let step = 0; step < limit; step += 1) {
      if (await target.evaluate(element => element === element.ownerDocument.activeElement)) return;
      await this.page.keyboard.press('Tab');
    }
    throw new Error(`Tab did not reach ${target} in ${limit} steps.`);
  }
}
