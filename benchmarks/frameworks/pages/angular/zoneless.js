import '@angular/compiler';
import { Component, provideZonelessChangeDetection, signal } from '@angular/core';
import { bootstrapApplication } from '@angular/platform-browser';

// Compiled in the browser: a build of Angular's own would be heavier than all the other pages.
const App = Component({
  selector: '#root',
  template: '<button id="go" (click)="order()">go</button><p id="out">{{ state() }}</p>',
})(class {
  state = signal('idle');

  async order() {
    this.state.set('ordering');
    await ask('db=200');
    this.state.set('done');
  }
});

bootstrapApplication(App, { providers: [provideZonelessChangeDetection()] });
